import type { ChunkOnWire } from "../players/joined-chunks";
import { lastBefore } from "./last-before";

/** What of a sound or film was being heard at an instant. */
export interface HeardAt {
  /** On the output's own clock, in seconds. */
  readonly seconds: number;
  /** Whether what came next was not there yet, for longer than a player that follows can be beside it. */
  readonly waits: boolean;
}

/** Where a sound or film stood at each instant of its run. */
export interface Heard {
  /** Chunks that came at an instant, in milliseconds of the run. */
  add(elapsedMs: number, chunks: readonly ChunkOnWire[], isState: boolean): void;
  /** `undefined` before the first chunk. */
  at(elapsedMs: number): HeardAt | undefined;
  /** From when to when something was heard without a stop, in milliseconds of the run. */
  readonly spans: readonly (readonly [from: number, to: number])[];
}

interface Piece {
  /** When it began to be heard, in milliseconds of the run. */
  readonly from: number;
  readonly start: number;
  readonly duration: number;
}

/** Milliseconds. */
const shortWait = 400;

/**
 * The rule: it is played from its first chunk on, as soon as that has come; each further chunk is heard
 * when it is there and the one before it is over. So it is where somebody heard it who watched from the
 * beginning, whether chunks came early or late. Of a state in which older chunks were merged, the last
 * one begins to be heard as it comes: who joins a run begins near its newest.
 */
export function createHeard(): Heard {
  const pieces: Piece[] = [];
  const spans: [number, number][] = [];
  let end = 0;

  return {
    spans,
    add(elapsedMs, chunks, isState) {
      const behind = chunks.slice(0, -1).reduce((sum, { duration }) => sum + duration * 1000, 0);
      if (isState) end = elapsedMs - behind;
      for (const { start, duration } of chunks) {
        const from = isState ? end : Math.max(elapsedMs, end);
        pieces.push({ from, start, duration });
        end = from + duration * 1000;
        const span = spans[spans.length - 1];
        if (span && from <= span[1] + 1) span[1] = end;
        else spans.push([from, end]);
      }
    },
    at(elapsedMs) {
      const place = lastBefore(pieces.length, (each) => pieces[each]?.from ?? 0, elapsedMs);
      const piece = pieces[place];
      if (!piece) return undefined;
      const into = (elapsedMs - piece.from) / 1000;
      const next = pieces[place + 1]?.from ?? 0;
      const waits = into >= piece.duration && next - piece.from - piece.duration * 1000 > shortWait;
      return { seconds: piece.start + Math.min(into, piece.duration), waits };
    },
  };
}
