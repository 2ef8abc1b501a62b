import type { ChunkOnWire } from "./joined-chunks";

/**
 * What the clock of a chunk's file shows at the output's 0, in seconds: `chunkEpoch` in
 * lib/media/mp4-chunk.ts, which is the server's.
 */
export const fileEpoch = 1;
/**
 * Seconds by which a frame may lie beside a chunk's bounds, as both are rounded. One that is left out
 * takes along all that build upon it; less than a sample, as more of the sound in front would click. The
 * whole recipe stands in lib/media/film/film.ts.
 */
const rounding = 0.00002;
/** WebM counts in whole milliseconds, so its pictures may lie that much beside a chunk's bounds. */
const webmRounding = { start: 0.0006, end: 0.002 };

/**
 * Appends a chunk, from its start to its end.
 *
 * @param file without its initialisation part where it goes on from the chunk that was appended last:
 * after each such part a browser leaves out all pictures before the next key picture
 * @throws QuotaExceededError where there is no room, and an error where the browser cannot take it
 */
export function appendChunk(
  buffer: SourceBuffer,
  chunk: ChunkOnWire,
  file: BufferSource,
): Promise<void> {
  buffer.timestampOffset = -fileEpoch;
  // What a coder has put before and behind the sound is cut off here.
  buffer.appendWindowStart = 0;
  const { start, end } = roundingOf(chunk);
  buffer.appendWindowEnd = chunk.start + chunk.duration + end;
  buffer.appendWindowStart = Math.max(0, windowStart(buffer, chunk) - start);
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
  return from;
}

function roundingOf({ mimeType }: ChunkOnWire): { start: number; end: number } {
  return mimeType.startsWith("video/webm") ? webmRounding : { start: rounding, end: rounding };
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
