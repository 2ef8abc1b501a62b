/** The last frame of a video, which stays in view while another source takes over in it. */
export interface LastFrame {
  /** Call before the source goes. Until the next one's first picture is there, this one is shown. */
  hold(): void;
  dispose(): void;
}

/**
 * An element without a source, or with one that has no picture yet, is empty: it would flash between
 * two runs, and where the tracks of a film change.
 *
 * @param canvas lies over the video, and is hidden
 */
export function createLastFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): LastFrame {
  const events = new AbortController();
  const { signal } = events;
  let frame = 0;

  function release(): void {
    // What has been loaded is painted in the next frame.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        canvas.hidden = true;
      });
    });
  }
  video.addEventListener("loadeddata", release, { signal });

  return {
    hold() {
      if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
      cancelAnimationFrame(frame);
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext("2d")?.drawImage(video, 0, 0);
      canvas.hidden = false;
    },
    dispose() {
      events.abort();
      cancelAnimationFrame(frame);
      canvas.hidden = true;
    },
  };
}
