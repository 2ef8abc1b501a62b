/** A stretch of a run in which nothing happened, in milliseconds of it. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** What is longer is shortened to this by a replay, in milliseconds. */
export const longestPause = 2000;

/**
 * The long pauses between the instants at which something came.
 *
 * @param times in order, in milliseconds
 * @param heard from when to when something could be heard, which is no pause
 */
export function pausesOf(
  times: readonly number[],
  heard: readonly (readonly [from: number, to: number])[] = [],
): Pause[] {
  const spans = [...heard].sort(([one], [other]) => one - other);
  const pauses: Pause[] = [];
  let until = times[0] ?? 0;
  let next = 0;
  const reach = (from: number, to: number) => {
    if (from - until > longestPause) pauses.push({ from: until, to: from });
    until = Math.max(until, to);
  };
  for (const time of times) {
    for (let span = spans[next]; span && span[0] <= time; span = spans[++next]) {
      reach(Math.min(span[0], time), span[1]);
    }
    reach(time, time);
  }
  return pauses;
}
