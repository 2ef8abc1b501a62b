import { lastBefore } from "./last-before";

/**
 * Where ticks are to be drawn, as pixels from the left: at most one for each, however many times there
 * are.
 *
 * @param times in order
 * @example ticks([0, 1, 500, 1000], { begin: 0, end: 1000, pixels: 10 }) // [0, 5, 10]
 */
export function ticks(
  times: readonly number[],
  { begin, end, pixels }: { begin: number; end: number; pixels: number },
): number[] {
  if (end <= begin || pixels <= 0) return [];
  const places: number[] = [];
  const each = (end - begin) / pixels;
  for (let place = 0; place < times.length; ) {
    const pixel = Math.round(((times[place] ?? 0) - begin) / each);
    if (pixel > pixels) break;
    if (pixel >= 0) places.push(pixel);
    // All of the same pixel are passed at once.
    const limit = begin + (pixel + 0.5) * each;
    place =
      Math.max(
        place,
        lastBefore(times.length, (at) => times[at] ?? 0, limit),
      ) + 1;
  }
  return places;
}
