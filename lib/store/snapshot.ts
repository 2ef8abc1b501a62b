import type { Logged } from "../kinds/outputs";
import { mergeLogged, outputKind } from "../kinds/outputs";

export type RunStatus = "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
export const noticeLevels = ["info", "success", "warning", "error"] as const;
export type NoticeLevel = (typeof noticeLevels)[number];

export interface Progress {
  readonly value: number;
  readonly total: number | undefined;
  readonly text: string | undefined;
}
export interface Notice {
  readonly level: NoticeLevel;
  readonly text: string;
}
/** A notice as a run's state has it. */
export interface DatedNotice extends Notice {
  /** Milliseconds since the epoch. */
  readonly at: number;
}
export interface RunFailure {
  readonly code: string;
  readonly message: string;
}

/** By output name. Without a prototype no name can reach one, and the shape stays small. */
export type LoggedByName = { readonly [output: string]: Logged };

/** One entry of a run's log. Plain data, so that it can be written to a disk or sent to another process. */
export interface Entry {
  /** 1 for the first entry of a run, then one more each. */
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What a yield set. */
  readonly outputs?: LoggedByName;
  readonly status?: RunStatus;
  readonly error?: RunFailure;
  readonly progress?: Progress;
  readonly notice?: Notice;
}

/** What is known of a run beside its outputs. */
export interface RunState {
  readonly status: RunStatus;
  readonly error: RunFailure | undefined;
  readonly progress: Progress | undefined;
  /** The newest hundred. */
  readonly notices: readonly DatedNotice[];
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** A run at one instant: all entries up to `seq`, folded. Never changed: folding makes the next one. */
export interface Snapshot {
  readonly seq: number;
  readonly at: number;
  /** How many yields were folded. */
  readonly yields: number;
  readonly run: RunState;
  readonly outputs: LoggedByName;
}

const mostNotices = 100;

/** A run before its first entry. */
export const emptySnapshot: Snapshot = {
  seq: 0,
  at: 0,
  yields: 0,
  run: {
    status: "QUEUED",
    error: undefined,
    progress: undefined,
    notices: [],
    startedAt: undefined,
    endedAt: undefined,
  },
  outputs: {},
};

/** The snapshot one entry later. */
export function fold(snapshot: Snapshot, entry: Entry): Snapshot {
  const { seq, at, outputs } = entry;
  if (outputs === undefined) {
    return { ...snapshot, seq, at, run: foldRun(snapshot.run, entry) };
  }
  return {
    seq,
    at,
    yields: snapshot.yields + 1,
    run: snapshot.run,
    outputs: mergeOutputs(snapshot.outputs, outputs),
  };
}

/** Merges what two entries, or two merges of neighbouring entries, set; the older first. */
export function mergeOutputs(older: LoggedByName, newer: LoggedByName): LoggedByName {
  const merged: { [output: string]: Logged } = { ...older };
  for (const name in newer) {
    const logged = newer[name];
    if (logged) merged[name] = mergeLogged(merged[name], logged);
  }
  return merged;
}

/** About how many bytes outputs hold, with those that are kept beside the log. */
export function sizeOfOutputs(outputs: LoggedByName): number {
  let size = 0;
  for (const name in outputs) {
    const logged = outputs[name];
    if (!logged) continue;
    const kind = outputKind(logged);
    size += kind.size(logged) + (kind.bytes?.(logged).size ?? 0);
  }
  return size;
}

export function isOver(status: RunStatus): boolean {
  return status === "DONE" || status === "FAILED" || status === "CANCELLED";
}

function foldRun(run: RunState, { at, status, error, progress, notice }: Entry): RunState {
  return {
    status: status ?? run.status,
    error: error ?? run.error,
    progress: progress ?? run.progress,
    notices: notice ? [...run.notices, { ...notice, at }].slice(-mostNotices) : run.notices,
    startedAt: status === "RUNNING" ? at : run.startedAt,
    endedAt: status && isOver(status) ? at : run.endedAt,
  };
}
