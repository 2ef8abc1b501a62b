import type { RunSnapshot } from "../run-snapshot";
import type { Pause } from "./pauses";
import type { Rate } from "./replay-clock";
import type { RunRecord } from "./run-record";
import type { ShownInstant } from "./shown-instant";

/** All that the bar shows. */
export interface TimelineView {
  /** The run's id, or those of several. */
  readonly run: string | undefined;
  /** Whether an instant is looked at, rather than the newest. */
  readonly back: boolean;
  /** The instant, in milliseconds of the run; so are the others. */
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  readonly over: boolean;
  /** Which yield is looked at, and how many there are; of several runs together. */
  readonly yield: number;
  readonly yields: number;
  readonly playing: boolean;
  readonly rate: Rate;
  /** What is asked for has not come yet. */
  readonly loading: boolean;
  /** Whether what came before `begin` is not kept one by one. */
  readonly folded: boolean;
  /** Whether something of the log has been loaded, so that `begin` is right. */
  readonly known: boolean;
  readonly problem: string | undefined;
}

/** One of the runs on a timeline. */
export interface TimelineTrack {
  /** What all its outputs show; `undefined`: the newest. The same object while it is the same. */
  getShown(): ShownInstant | undefined;
  /** Takes in the run as it is now. Another run begins anew. */
  observe(snapshot: RunSnapshot): void;
  readonly record: RunRecord;
  /** Which yield is looked at, and how many there are. */
  readonly yield: number;
  readonly yields: number;
}

/**
 * Runs that can be looked at as they were, all at the same time since their beginning: one vocabulary
 * for those that go on and those that are recorded, as what is shown of either is a `RunSnapshot`. Made
 * for React's `useSyncExternalStore`.
 */
export interface Timeline {
  readonly tracks: readonly TimelineTrack[];
  subscribe(listener: () => void): () => void;
  getView(): TimelineView;
  /** Long stretches in which nothing happened in any run. */
  pauses(): readonly Pause[];
  /** Somebody is about to use it: what is not here yet is loaded. */
  touch(): void;
  /** Loads some of the log though nobody uses it yet: for pictures of what went by, and which are kept. */
  peek(): void;
  /** To an instant, in milliseconds of the runs. Their end is the newest. */
  seek(elapsedMs: number): void;
  /** To the first that is kept. */
  toBegin(): void;
  /** From yield to yield; of several runs from instant to instant at which one of them yielded. */
  step(by: 1 | -1): void;
  toNewest(): void;
  /** Plays runs that are over, from where they are; from their beginning where they are at their end. */
  play(): void;
  pause(): void;
  setRate(rate: Rate): void;
  dispose(): void;
}

/** The timeline of a single run. */
export interface RunTimeline extends Timeline, Pick<TimelineTrack, "getShown" | "observe"> {
  readonly record: RunRecord;
}
