import { preview } from "../kinds/preview";
import { RunError } from "./run-error";

/**
 * A place in a run's log, as clients hold it: opaque to them. It begins like its run's id, so that
 * the cursor of another run is told from its own.
 */
export function writeCursor(run: string, seq: number): string {
  return `${run.slice(0, 6)}.${seq.toString(36)}`;
}

/** @throws RunError `BAD_CURSOR` where it is none that `writeCursor` wrote for this run */
export function readCursor(run: string, cursor: string): number {
  const seq = Number.parseInt(cursor.slice(cursor.lastIndexOf(".") + 1), 36);
  // Written anew it is the same, or it was never written here.
  if (Number.isSafeInteger(seq) && seq >= 0 && writeCursor(run, seq) === cursor) return seq;
  throw new RunError(
    "BAD_CURSOR",
    `after must be the cursor of an event of this run; got ${preview(cursor)}.`,
  );
}
