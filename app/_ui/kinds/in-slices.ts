/** In milliseconds: half of a frame, so that the other half is left for the page. */
const longestSlice = 8;

/**
 * Carries a long computation on for a part of a frame at a time; between two steps anybody else has
 * their turn. The first slice runs at once.
 *
 * @returns gives it up
 */
export function inSlices<Result>(
  steps: Iterator<undefined, Result>,
  done: (result: Result) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function slice(): void {
    const end = performance.now() + longestSlice;
    while (performance.now() < end) {
      const { value, done: isDone } = steps.next();
      if (isDone) {
        done(value);
        return;
      }
    }
    timer = setTimeout(slice);
  }
  slice();
  return () => clearTimeout(timer);
}
