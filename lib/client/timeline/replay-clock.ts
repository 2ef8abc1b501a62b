import { longestPause, type Pause } from "./pauses";

export const rates = [1, 2, 4] as const;
/** How many times as fast as it was. */
export type Rate = (typeof rates)[number];

/** Where a replay is: a clock that runs through a run, over its long pauses in 2 seconds each. */
export interface ReplayClock {
  /** In milliseconds of the run. It may be behind its end, which the clock does not know. */
  position(): number;
  /** From an instant of the run, in milliseconds. */
  start(from: number): void;
  setRate(rate: Rate): void;
}

export interface ReplayClockOptions {
  pauses: readonly Pause[];
  rate: Rate;
  /** In milliseconds. Default: `performance.now`. */
  now?: () => number;
}

export function createReplayClock({
  pauses,
  rate,
  now = () => performance.now(),
}: ReplayClockOptions): ReplayClock {
  /** The clock's own time at `since`. */
  let stood = 0;
  let since = now();

  const played = () => stood + (now() - since) * rate;

  /** An instant of the run in the clock's own time, in which long pauses are short. */
  function shortened(at: number): number {
    let saved = 0;
    for (const { from, to } of pauses) {
      if (at <= from) break;
      const part = Math.min(1, (at - from) / (to - from));
      saved += part * (to - from - longestPause);
    }
    return at - saved;
  }

  function stretched(at: number): number {
    let saved = 0;
    for (const { from, to } of pauses) {
      const into = at + saved - from;
      if (into <= 0) break;
      const part = Math.min(1, into / longestPause);
      saved += part * (to - from - longestPause);
      if (part < 1) break;
    }
    return at + saved;
  }

  return {
    position: () => stretched(played()),
    start(from) {
      stood = shortened(from);
      since = now();
    },
    setRate(next) {
      stood = played();
      since = now();
      rate = next;
    },
  };
}
