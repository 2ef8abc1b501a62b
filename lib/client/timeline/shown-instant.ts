import { phaseOf, type RunSnapshot } from "../run-snapshot";
import type { HeardAt } from "./heard";
import type { Moment } from "./log-event";
import type { Rate } from "./replay-clock";
import type { RunRecord } from "./run-record";

/** A run as it was at an instant. */
export interface ShownInstant {
  readonly run: string;
  readonly snapshot: RunSnapshot;
  /** The last entry of the log that it carries. */
  readonly seq: number;
  /** In milliseconds of the run. While it is played only as exact as the last change. */
  readonly at: number;
  /** Whether time goes on, and how fast. */
  readonly playing: boolean;
  readonly rate: Rate;
  /** Where streamed sound and film stood then, by output. */
  readonly heard: { readonly [output: string]: HeardAt };
}

interface ShownOptions {
  /** The run as it is now. */
  live: RunSnapshot;
  moment: Moment;
  at: number;
  record: RunRecord;
  playing: boolean;
  rate: Rate;
}

/**
 * What is shown of a run at an instant. While it is played the one before comes back for as long as no
 * output is another, and what is heard goes on by itself.
 */
export function shownInstant(
  { live, moment, at, record, playing, rate }: ShownOptions,
  before: ShownInstant | undefined,
): ShownInstant {
  const heard: { [output: string]: HeardAt } = {};
  for (const name of record.media) {
    const there = record.heard(name)?.at(at);
    if (there) heard[name] = there;
  }
  const isSame = before?.seq === moment.seq;
  if (before && isSame && playing && before.playing && before.rate === rate) {
    const goesOn = record.media.every((name) => before.heard[name]?.waits === heard[name]?.waits);
    if (goesOn) return before;
  }
  const snapshot = before && isSame ? before.snapshot : snapshotOf(live, moment);
  return { run: live.run?.id ?? "", snapshot, seq: moment.seq, at, playing, rate, heard };
}

function snapshotOf(live: RunSnapshot, moment: Moment): RunSnapshot {
  const { status, progress, ...shared } = moment;
  const notices = live.run?.notices.filter(({ elapsedMs }) => elapsedMs <= moment.elapsedMs) ?? [];
  const run = live.run && { ...live.run, status, progress, notices };
  return { ...live, ...shared, phase: phaseOf[status], run, carriedOver: false };
}
