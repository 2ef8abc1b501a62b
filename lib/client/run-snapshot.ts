import type { ConnectionState } from "./follow-run";
import type { RunStatus, WireRun } from "./wire";

/** `starting` until the first word of the run, also where it is followed rather than started. */
export type RunPhase = "idle" | "starting" | "queued" | "running" | "done" | "failed" | "cancelled";

/** The phase of a run, by its status. */
export const phaseOf: { readonly [Status in RunStatus]: RunPhase } = {
  QUEUED: "queued",
  RUNNING: "running",
  DONE: "done",
  FAILED: "failed",
  CANCELLED: "cancelled",
};

/** What went wrong, as it may be shown. */
export interface RunProblem {
  /** The server's, such as `BAD_USER_INPUT`, or one of the client's: `START_UNKNOWN SOCKET_… HTTP_…`. */
  readonly code: string;
  readonly message: string;
  /** The input that the first fault is about. */
  readonly argument?: string;
  /** All faults, where several inputs are wrong. */
  readonly arguments?: readonly ArgumentProblem[];
}

/** What is wrong with one input. */
export interface ArgumentProblem {
  readonly argument: string;
  readonly message: string;
  /** `UPLOAD_NOT_FOUND` where the server does not keep its file, or not any more. */
  readonly code?: string;
  /** The ids of those files. */
  readonly uploads?: readonly string[];
}

/** All that a view shows of a run. Never changed: what is new comes as a new one. */
export interface RunSnapshot {
  readonly phase: RunPhase;
  readonly connection: ConnectionState;
  readonly run: Omit<WireRun, "key"> | undefined;
  /** Whether this tab may stop the run. */
  readonly owner: boolean;
  /** Stop was pressed, and the run has not ended yet. */
  readonly stopping: boolean;
  /** By name. An output that has not come yet is not among them. */
  readonly outputs: { readonly [output: string]: unknown };
  /** Whether `outputs` are still those of the run before, until this one has its first. */
  readonly carriedOver: boolean;
  /** Of a run that is followed: what has come so far of it is not all that there is already. */
  readonly catchingUp: boolean;
  /** How many yields `outputs` carry, and the last entry of the log that they do. */
  readonly yields: number;
  readonly seq: number;
  /** As the newest event says. A clock that runs: `elapsedAt`. */
  readonly elapsedMs: number;
  /** When the run began, on the clock of `performance.now()`; `undefined` until it has. */
  readonly beganAt: number | undefined;
  /** From the call of `start` to the first output here. */
  readonly firstOutputMs: number | undefined;
  /** On the clock of `performance.now()`. */
  readonly lastEventAt: number | undefined;
  readonly error: RunProblem | undefined;
}

/** Before anything was started; also what a server renders. */
export const idleSnapshot: RunSnapshot = {
  phase: "idle",
  connection: { state: "idle", since: 0 },
  run: undefined,
  owner: false,
  stopping: false,
  outputs: {},
  carriedOver: false,
  catchingUp: false,
  yields: 0,
  seq: 0,
  elapsedMs: 0,
  beganAt: undefined,
  firstOutputMs: undefined,
  lastEventAt: undefined,
  error: undefined,
};

/** Whether nothing more will happen by itself. */
export function isOver(phase: RunPhase): boolean {
  return phase === "done" || phase === "failed" || phase === "cancelled";
}
