/**
 * The place of the last of some things in order that does not lie behind a limit; -1 where all do.
 *
 * @example lastBefore(3, (place) => [1, 5, 9][place], 6) // 1
 */
export function lastBefore(count: number, valueAt: (place: number) => number, limit: number) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
