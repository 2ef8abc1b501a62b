import type { LogStore } from "../store/log-store";
import { type Entry, isOver } from "../store/snapshot";

/**
 * Numbers and dates the entries of one run, and appends them in their order. The run's end is the
 * last one: what its demo says afterwards, from a timer that it left behind, is for nobody.
 */
export interface LogWriter {
  append(entry: Omit<Entry, "seq" | "at">): Promise<void>;
}

export function createLogWriter(run: string, logs: LogStore): LogWriter {
  let seq = 0;
  let last = 0;
  let over = false;
  return {
    append(entry) {
      if (over) return Promise.resolve();
      over = entry.status !== undefined && isOver(entry.status);
      // A clock that is set back must not make a run's time run backwards.
      last = Math.max(last, Date.now());
      return logs.append(run, { seq: ++seq, at: last, ...entry });
    },
  };
}
