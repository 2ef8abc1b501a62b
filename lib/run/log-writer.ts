import type { LogStore } from "../store/log-store";
import type { Entry } from "../store/snapshot";

/** Numbers and dates the entries of one run, and appends them in their order. */
export interface LogWriter {
  append(entry: Omit<Entry, "seq" | "at">): Promise<void>;
}

export function createLogWriter(run: string, logs: LogStore): LogWriter {
  let seq = 0;
  let last = 0;
  return {
    append(entry) {
      // A clock that is set back must not make a run's time run backwards.
      last = Math.max(last, Date.now());
      return logs.append(run, { seq: ++seq, at: last, ...entry });
    },
  };
}
