/** Seconds of nothing between two frames that are jumped over, where a chunk was lost. */
const longestJump = 10;
/** The same where none was: encoders leave so little between two chunks. */
const longestSeam = 0.3;

/**
 * Lets a video that waits at a place where nothing will come go on behind it.
 *
 * @param lost whether a chunk could not be had
 */
export function jumpOverHole(video: HTMLVideoElement, lost: boolean): void {
  const { buffered, currentTime } = video;
  for (let at = 0; at < buffered.length; at++) {
    const distance = buffered.start(at) - currentTime;
    if (distance > 0 && distance < (lost ? longestJump : longestSeam)) {
      video.currentTime = buffered.start(at) + 0.001;
      return;
    }
  }
}
