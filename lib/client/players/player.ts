import type { JoinedChunks } from "./joined-chunks";

/**
 * `waiting`: it would play, but what comes next is not there yet. `blocked`: the browser lets nothing
 * be heard before somebody presses a button.
 */
export type PlayerStatus = "empty" | "paused" | "playing" | "waiting" | "blocked" | "ended";

/** All that a view shows of a player, but for its position, which changes all the time. */
export interface PlayerSnapshot {
  readonly status: PlayerStatus;
  /** What has come reaches from here to there, in seconds. */
  readonly start: number;
  readonly end: number;
  /** Whether more may come. */
  readonly live: boolean;
  /** Whether what is played is about the newest that there is. */
  readonly atEdge: boolean;
  /** How many times what was due had not come in time. */
  readonly gaps: number;
  /** How many chunks could not be had. */
  readonly lost: number;
  /** From 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
  /** Whether it was muted by the browser rather than by somebody. */
  readonly silenced: boolean;
}

export const emptyPlayer: PlayerSnapshot = {
  status: "empty",
  start: 0,
  end: 0,
  live: false,
  atEdge: false,
  gaps: 0,
  lost: 0,
  volume: 1,
  muted: false,
  silenced: false,
};

/** What a player is fed with. */
export interface Feed {
  readonly media: JoinedChunks | undefined;
  /** Whether more may come. */
  readonly live: boolean;
  /** Whether the run was started here, rather than joined on its way or at its end. */
  readonly started: boolean;
}

/** Plays chunks behind one another while they come; made for React's `useSyncExternalStore`. */
export interface Player {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PlayerSnapshot;
  /** On the output's clock, in seconds. */
  position(): number;
  feed(feed: Feed): void;
  /** From where it is; from the beginning where it is at the end. */
  play(): void;
  pause(): void;
  /** To any place in what has come; beyond that, to its end. */
  seek(seconds: number): void;
  /**
   * How many times as fast a film is shown; at any other rate than 1 nothing is heard, as it would be
   * of another pitch. What has no picture then has nothing to play.
   */
  setRate(rate: number): void;
  /** To the newest, and plays. */
  toEdge(): void;
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** Lets go of everything. It cannot be used again. */
  dispose(): void;
}

/** As far from the end, in seconds, somebody who joins begins. */
export const edgeDistance = 1;

/** Whether a position counts as the newest that there is. */
export function isAtEdge(media: JoinedChunks, position: number): boolean {
  const last = media.list[media.count - 1];
  if (!last) return false;
  return last.start + last.duration - position < Math.max(3, 1.5 * last.duration);
}
