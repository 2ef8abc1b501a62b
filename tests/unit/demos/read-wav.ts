import { readWavLayout } from "@/lib/media/wav-layout";

/** The samples of a WAV file of 32-bit floats, the channels interleaved. */
export function floatsOf(file: Uint8Array): Float32Array {
  const { start, end } = readWavLayout(file);
  return new Float32Array(Uint8Array.from(file.subarray(start, end)).buffer);
}

/** The largest step from one sample of a channel to its next. */
export function largestStep(samples: Float32Array, channels: number): number {
  let largest = 0;
  for (let at = channels; at < samples.length; at++) {
    largest = Math.max(largest, Math.abs((samples[at] ?? 0) - (samples[at - channels] ?? 0)));
  }
  return largest;
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
