import type { LogStore, RunRecord } from "../store/log-store";
import { RunError } from "./run-error";
import { isSameKey } from "./same-key";

export interface FindRunOptions {
  logs: LogStore;
  /** How long a run is kept after its end, in seconds, for the words of the error. */
  kept: number;
}

/** @throws RunError `RUN_NOT_FOUND` */
export async function findRun(id: string, { logs, kept }: FindRunOptions): Promise<RunRecord> {
  const record = await logs.record(id);
  if (record) return record;
  throw new RunError(
    "RUN_NOT_FOUND",
    `There is no such run, or no longer: a run is kept for ${kept} s after its end. Start a new one.`,
  );
}

/**
 * For what only who has started a run may do.
 *
 * @param act a verb, for the words of the error
 * @throws RunError `WRONG_KEY`
 */
export function checkKey(record: RunRecord, key: string, act: string): void {
  if (isSameKey(key, record.key)) return;
  throw new RunError(
    "WRONG_KEY",
    `key is not the key of this run: only who started it may ${act} it.`,
  );
}
