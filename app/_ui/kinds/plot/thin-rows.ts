/**
 * Whether a row is drawn where only one of so many is. Which ones looks random, so that rows of several
 * series that take turns are all thinned alike; and those of a larger step are among those of a smaller.
 *
 * @param at the row's place
 * @param step a power of 2; 1 draws all
 */
export function isDrawn(at: number, step: number): boolean {
  let mixed = Math.imul(at ^ (at >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) & (step - 1)) === 0;
}

/** The smallest step at which about `most` of so many rows are drawn. */
export function stepFor(count: number, most: number): number {
  let step = 1;
  while (count / step > most) step *= 2;
  return step;
}
