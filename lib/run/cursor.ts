import { preview } from "../kinds/preview";
import { RunError } from "./run-error";

/** A place in a run's log, as clients hold it: opaque to them. */
export function writeCursor(seq: number): string {
  return `c${seq.toString(36)}`;
}

/** @throws RunError `BAD_CURSOR` where it is none that `writeCursor` wrote */
export function readCursor(cursor: string): number {
  const seq = /^c[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : Number.NaN;
  if (Number.isSafeInteger(seq)) return seq;
  throw new RunError(
    "BAD_CURSOR",
    `after must be the cursor of an event of this run; got ${preview(cursor)}.`,
  );
}
