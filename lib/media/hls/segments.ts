import type { MediaChunk } from "../chunks";

/** Seconds of which no segment has more, as a playlist says before the first is there. */
export const targetDuration = 6;

/** Seconds with which a segment is closed: fewer make many requests, more a late start. */
const enough = 1;

/**
 * Where the segment that begins with `chunks[from]` ends: the place behind its last chunk. `undefined`
 * where chunks that are yet to come may be part of it. What was given once stays true.
 */
export function segmentEnd(
  chunks: readonly MediaChunk[],
  from: number,
  over: boolean,
): number | undefined {
  const first = chunks[from];
  let seconds = 0;
  for (let at = from; at < chunks.length; at++) {
    const chunk = chunks[at];
    if (!first || !chunk) break;
    const fits = chunk.init === first.init && seconds + chunk.duration <= targetDuration;
    if (at > from && !fits) return at;
    seconds += chunk.duration;
    if (seconds >= enough) return at + 1;
  }
  return over && from < chunks.length ? chunks.length : undefined;
}
