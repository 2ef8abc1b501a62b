import type { LogStore } from "../store/log-store";
import { type Entry, emptySnapshot, fold, isOver } from "../store/snapshot";
import { createNewestSteps, type NewestSteps } from "./newest-steps";

/**
 * Numbers and dates the entries of one run, and appends them in their order. The run's end is the
 * last one: what its demo says afterwards, from a timer that it left behind, is for nobody.
 */
export interface LogWriter {
  append(entry: Omit<Entry, "seq" | "at">): Promise<void>;
  /** Told of each entry before the log is: viewers who are woken then need not each read the same. */
  readonly newest: NewestSteps;
}

export function createLogWriter(run: string, logs: LogStore): LogWriter {
  const newest = createNewestSteps();
  let state = emptySnapshot;
  let last = 0;
  let over = false;
  return {
    newest,
    append(entry) {
      if (over) return Promise.resolve();
      over = entry.status !== undefined && isOver(entry.status);
      // A clock that is set back must not make a run's time run backwards.
      last = Math.max(last, Date.now());
      const whole = { seq: state.seq + 1, at: last, ...entry };
      state = fold(state, whole);
      newest.add(whole, state);
      return logs.append(run, whole);
    },
  };
}
