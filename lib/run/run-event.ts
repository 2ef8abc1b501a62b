import type { RunRecord } from "../store/log-store";
import type { LoggedByName, RunFailure, RunState } from "../store/snapshot";

/** Where a run stands in its demo's queue: 1 is the next one to begin. */
export interface QueuePlace {
  readonly position: number;
  /** `undefined` until a run of the demo has ended. */
  readonly etaSeconds: number | undefined;
}

/** What is true of a run now and stands in no log. */
export interface RunPresence {
  /** `undefined` unless it is queued. */
  readonly place: QueuePlace | undefined;
  readonly viewers: number;
}

export function isSamePresence(one: RunPresence, other: RunPresence): boolean {
  return one.viewers === other.viewers && isSamePlace(one.place, other.place);
}

export function isSamePlace(one: RunPresence["place"], other: RunPresence["place"]): boolean {
  return one?.position === other?.position && one?.etaSeconds === other?.etaSeconds;
}

/** What a viewer is sent: one entry, or several merged, or a state. */
export interface RunEvent {
  readonly record: RunRecord;
  /** Whether the viewer started the run, and so may have its key. */
  readonly owner: boolean;
  /** The last entry that it carries. */
  readonly seq: number;
  /** How many yields it carries. */
  readonly yields: number;
  /** The entry after which a viewer goes on who has had this event. */
  readonly resumeAt: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly run: RunState;
  readonly presence: RunPresence;
  /** What it changes. */
  readonly outputs: LoggedByName;
  /** All outputs as they then are. */
  readonly whole: LoggedByName;
  /** How the run ended, for a viewer who does not look at its status. */
  readonly failure?: RunFailure;
}

/** Milliseconds from a run's beginning to an instant; 0 where it has not begun. */
export function elapsedSince(startedAt: number | undefined, at: number): number {
  return startedAt === undefined ? 0 : at - startedAt;
}
