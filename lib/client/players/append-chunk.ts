import type { ChunkOnWire } from "./joined-chunks";

/**
 * What the clock of a chunk's file shows at the output's 0, in seconds: `chunkEpoch` in
 * lib/media/mp4-chunk.ts, which is the server's.
 */
export const fileEpoch = 1;
/**
 * Seconds by which a frame may lie beside a chunk's bounds, as both are rounded. One that is left out
 * takes along all that build upon it. The whole recipe stands in lib/media/film/film.ts.
 */
const rounding = 0.0001;

/**
 * Appends a chunk, from its start to its end.
 *
 * @throws QuotaExceededError where there is no room, and an error where the browser cannot take it
 */
export function appendChunk(
  buffer: SourceBuffer,
  chunk: ChunkOnWire,
  file: ArrayBuffer,
): Promise<void> {
  buffer.timestampOffset = -fileEpoch;
  // What a coder has put before and behind the sound is cut off here.
  buffer.appendWindowStart = 0;
  buffer.appendWindowEnd = chunk.start + chunk.duration + rounding;
  buffer.appendWindowStart = windowStart(buffer, chunk);
  buffer.appendBuffer(file);
  return settled(buffer);
}

/** At a chunk's start, or where the sound before it ends, if it goes on from there. */
function windowStart({ buffered }: SourceBuffer, { start }: ChunkOnWire): number {
  let from = start;
  for (let at = 0; at < buffered.length; at++) {
    const end = buffered.end(at);
    if (end < start && end > start - 1) from = Math.min(from, end);
  }
  return Math.max(0, from - rounding);
}

/** When the browser has taken in, or removed, what it was given. */
export function settled(buffer: SourceBuffer): Promise<void> {
  if (!buffer.updating) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error("The browser could not take a chunk."));
    buffer.addEventListener("error", failed, { once: true });
    buffer.addEventListener("abort", failed, { once: true });
    buffer.addEventListener("updateend", () => resolve(), { once: true });
  });
}
