import type { NumberRange } from "./number-range";

/** As far as a seed goes where its input says no end. */
const largest = 2 ** 31 - 1;

/**
 * Draws another seed of an input's range.
 *
 * @param range whole numbers; without `min` from 0 on, where 0 is one of them
 * @param before the seed that it shall differ from, where the range has any other
 * @param random from 0 to below 1
 * @example drawSeed({ integer: true, max: 9999 }, 7) // 4213
 */
export function drawSeed(range: NumberRange, before: unknown, random = Math.random): number {
  const { step = 1, max = largest } = range;
  const { min = max < 0 ? Math.ceil(-largest / step) * step : 0 } = range;
  const most = Math.floor((max - min) / step);
  const at = typeof before === "number" ? Math.round((before - min) / step) : -1;
  const skipped = at >= 0 && at <= most && most > 0;
  const drawn = Math.floor(random() * (skipped ? most : most + 1));
  return min + step * (skipped && drawn >= at ? drawn + 1 : drawn);
}
