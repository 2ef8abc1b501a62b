/** Seconds of each part of the film. */
export const length = 2;

declare global {
  interface Window {
    filmFrames: FilmFrame[];
    /** How often the film had to wait for more, once it played. */
    stalls: number;
  }
}

export interface FilmFrame {
  /** Of the film, in seconds. */
  time: number;
  /** When it is on the screen, in milliseconds since the epoch. */
  at: number;
  /** Whether it is one with a white corner, of which each part has one. */
  flash: boolean;
}

/**
 * Notes each frame that is shown, and whether it has a white corner: `page.locator("video").evaluate(noteFrames)`.
 * It is sent to the page as it stands, so it knows nothing of this file.
 */
export function noteFrames(video: HTMLVideoElement): void {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("There is no canvas");
  window.filmFrames = [];
  window.stalls = 0;
  video.addEventListener("waiting", () => {
    // Before its first frame it waits for that.
    if (window.filmFrames.length > 0 && !video.ended) window.stalls++;
  });
  const next: VideoFrameRequestCallback = (_now, { mediaTime, expectedDisplayTime }) => {
    video.requestVideoFrameCallback(next);
    context.drawImage(video, 16, 16, 16, 16, 0, 0, 1, 1);
    const [red = 0] = context.getImageData(0, 0, 1, 1).data;
    const at = performance.timeOrigin + expectedDisplayTime;
    window.filmFrames.push({ time: mediaTime, at, flash: red > 128 });
  };
  video.requestVideoFrameCallback(next);
}

/**
 * How far the sound has moved against the picture from the first part on, at most, in milliseconds. Each part
 * beeps while its corner is white.
 *
 * @param beeps in seconds
 */
export function driftOf(frames: readonly FilmFrame[], beeps: readonly number[]): number {
  const offsets = beeps.flatMap((beep, part) => {
    const flash = frames.find(({ flash, time }) => flash && Math.floor(time / length) === part);
    // A frame may be left out where the machine is busy.
    return flash ? [beep - flash.time] : [];
  });
  const [first] = offsets;
  if (first === undefined) throw new Error("No frame with a white corner was shown.");
  return Math.max(...offsets.map((offset) => Math.abs(offset - first))) * 1000;
}
