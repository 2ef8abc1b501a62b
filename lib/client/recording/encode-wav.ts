export interface WavShape {
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
}

const headerBytes = 44;

/**
 * Makes a 16-bit WAV file of interleaved samples.
 *
 * @example encodeWav([new Int16Array([0, 1])], { sampleRate: 48000, channels: 1 }) // 48 bytes
 */
export function encodeWav(
  blocks: readonly Int16Array[],
  { sampleRate, channels }: WavShape,
): Uint8Array<ArrayBuffer> {
  const dataBytes = 2 * blocks.reduce((sum, block) => sum + block.length, 0);
  const bytes = new Uint8Array(headerBytes + dataBytes);
  const view = new DataView(bytes.buffer);
  const name = (at: number, text: string) => new TextEncoder().encodeInto(text, bytes.subarray(at));
  name(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  name(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  name(36, "data");
  view.setUint32(40, dataBytes, true);
  let at = headerBytes;
  for (const block of blocks) {
    for (const sample of block) {
      view.setInt16(at, sample, true);
      at += 2;
    }
  }
  return bytes;
}

/**
 * Floats of one array a channel as 16-bit samples, the channels interleaved. A float that was made of a
 * 16-bit sample gives that sample again.
 */
export function toInt16(channels: readonly Float32Array[]): Int16Array<ArrayBuffer> {
  const frames = channels[0]?.length ?? 0;
  const samples = new Int16Array(frames * channels.length);
  for (const [offset, channel] of channels.entries()) {
    for (let frame = 0; frame < frames; frame++) {
      const scaled = Math.round((channel[frame] ?? 0) * 32768);
      samples[frame * channels.length + offset] = Math.min(32767, Math.max(-32768, scaled));
    }
  }
  return samples;
}
