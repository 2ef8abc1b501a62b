import type { RunSnapshot } from "../run-snapshot";
import type { Rate } from "./replay-clock";
import type { RunRecord } from "./run-record";
import type { ShownInstant } from "./shown-instant";

/** All that the bar shows. */
export interface TimelineView {
  readonly run: string | undefined;
  /** Whether an instant is looked at, rather than the newest. */
  readonly back: boolean;
  /** The instant, in milliseconds of the run; so are the others. */
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  readonly over: boolean;
  /** Which yield is looked at, and how many there are. */
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

/**
 * A run that can be looked at as it was: one vocabulary for the run that goes on and the one that is
 * recorded, as what is shown of either is a `RunSnapshot`. Made for React's `useSyncExternalStore`.
 */
export interface Timeline {
  subscribe(listener: () => void): () => void;
  getView(): TimelineView;
  /** What all outputs show; `undefined`: the newest. The same object while it is the same. */
  getShown(): ShownInstant | undefined;
  /** Takes in the run as it is now. Another run begins anew. */
  observe(snapshot: RunSnapshot): void;
  /** Somebody is about to use it: what is not here yet is loaded. */
  touch(): void;
  /** Loads some of the log though nobody uses it yet: for pictures of what went by, and which are kept. */
  peek(): void;
  /** To an instant, in milliseconds of the run. Its end is the newest. */
  seek(elapsedMs: number): void;
  /** To the first that is kept. */
  toBegin(): void;
  /** From yield to yield. */
  step(by: 1 | -1): void;
  toNewest(): void;
  /** Plays a run that is over, from where it is; from its beginning where it is at its end. */
  play(): void;
  pause(): void;
  setRate(rate: Rate): void;
  readonly record: RunRecord;
  dispose(): void;
}
