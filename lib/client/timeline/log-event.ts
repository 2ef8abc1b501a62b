import type { RunStatus, WireRun } from "../wire";

/** An entry of a run's log as the timeline's query selects it: an event, with less of its run. */
export interface LogEvent {
  readonly run: Pick<WireRun, "status" | "progress">;
  readonly seq: number;
  readonly yields: number;
  readonly cursor: string;
  readonly elapsedMs: number;
  readonly [output: string]: unknown;
}

/** A run as it was after one entry of its log. */
export interface Moment {
  readonly seq: number;
  readonly elapsedMs: number;
  /** How many yields there had been. */
  readonly yields: number;
  readonly status: RunStatus;
  readonly progress: WireRun["progress"];
  readonly outputs: { readonly [output: string]: unknown };
}
