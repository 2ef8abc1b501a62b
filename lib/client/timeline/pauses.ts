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

/** The long pauses that several runs have at the same time; each run's in order, and so are these. */
export function sharedPauses(each: readonly (readonly Pause[])[]): readonly Pause[] {
  const [first = [], ...others] = each;
  return others.reduce(bothPause, first);
}

function bothPause(one: readonly Pause[], other: readonly Pause[]): readonly Pause[] {
  const both: Pause[] = [];
  for (let [at, beside] = [0, 0]; at < one.length && beside < other.length; ) {
    const [a, b] = [one[at] as Pause, other[beside] as Pause];
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    if (to - from > longestPause) both.push({ from, to });
    if (a.to < b.to) at++;
    else beside++;
  }
  return both;
}
