import { frameBytes } from "./pcm-format";
import type { PcmFormat } from "./sound";

/** How many bytes stand before the samples in what `writeWav` writes. */
export const wavHeaderBytes = 44;

/**
 * Samples as a WAV file, untouched.
 *
 * @example writeWav({ encoding: "int", bits: 16, rate: 48000, channels: 2 }, data)
 */
export function writeWav(format: PcmFormat, data: Uint8Array): Uint8Array {
  // A chunk of odd length is padded, and its size does not count that.
  const file = new Uint8Array(wavHeaderBytes + data.length + (data.length % 2));
  const view = new DataView(file.buffer);
  const block = frameBytes(format);
  mark(file, 0, "RIFF");
  view.setUint32(4, file.length - 8, true);
  mark(file, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, format.encoding === "float" ? 3 : 1, true);
  view.setUint16(22, format.channels, true);
  view.setUint32(24, format.rate, true);
  view.setUint32(28, format.rate * block, true);
  view.setUint16(32, block, true);
  view.setUint16(34, format.bits, true);
  mark(file, 36, "data");
  view.setUint32(40, data.length, true);
  file.set(data, wavHeaderBytes);
  return file;
}

function mark(file: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) file[at + i] = text.charCodeAt(i);
}
