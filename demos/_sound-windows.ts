import type { AudioInputStream } from "yieldcast";

/**
 * Cuts sound that comes in pieces of any length into windows that overlap: the newest `size` samples,
 * anew every `hop` samples.
 */
export async function* soundWindows(sound: AudioInputStream, size: number, hop: number) {
  const newest = new Float32Array(size);
  let untilNext = hop;
  for await (const { pcm } of sound) {
    for (let at = 0; at < pcm.length; ) {
      const part = pcm.subarray(at, at + Math.min(untilNext, size));
      newest.copyWithin(0, part.length);
      newest.set(
        Float32Array.from(part, (sample) => sample / 32_768),
        size - part.length,
      );
      at += part.length;
      untilNext -= part.length;
      if (untilNext > 0) continue;
      untilNext = hop;
      yield newest;
    }
  }
}
