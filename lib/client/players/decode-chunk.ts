import { decodeWav } from "./decode-wav";
import type { ChunkOnWire } from "./joined-chunks";
import { mediaPartOf, sampleRateOf } from "./sound-file";

/** For a file that does not say its own. */
const commonRate = 48_000;

/** A context that is never heard decodes without anybody's gesture, and at any rate. */
const decoders = new Map<number, OfflineAudioContext>();

/**
 * Decodes a chunk at its own sample rate, to exactly the samples that are to be heard.
 *
 * @param before files that it goes on from, oldest first; their sound is left out
 * @throws what the browser says of a file that it cannot decode
 */
export async function decodeChunk(
  chunk: ChunkOnWire,
  file: ArrayBuffer,
  before: readonly ArrayBuffer[],
): Promise<AudioBuffer> {
  const exact = before.length === 0 ? decodeWav(file) : undefined;
  const decoded = exact ?? (await decodeCoded(joinFiles([...before, file]), sampleRateOf(file)));
  const length = framesOf(chunk, decoded.sampleRate);
  return cut(decoded, firstFrame(chunk, decoded, before.length > 0), length);
}

/** Takes the bytes away. */
function decodeCoded(file: ArrayBuffer, rate = commonRate): Promise<AudioBuffer> {
  let decoder = decoders.get(rate);
  if (!decoder) {
    decoder = new OfflineAudioContext(1, 1, rate);
    decoders.set(rate, decoder);
  }
  return decoder.decodeAudioData(file);
}

/** How many frames a chunk has, such that chunks lie behind one another without a rest. */
export function framesOf({ start, duration }: ChunkOnWire, rate: number): number {
  return Math.round((start + duration) * rate) - Math.round(start * rate);
}

function firstFrame(chunk: ChunkOnWire, decoded: AudioBuffer, isBehind: boolean): number {
  const { sampleRate: rate, length } = decoded;
  const tail = Math.round(chunk.tail * rate);
  if (isBehind) return length - tail - framesOf(chunk, rate);
  const expected = Math.round((chunk.lead + chunk.duration + chunk.tail) * rate);
  // A decoder may leave out the delay at the front by itself, as that of Opus does.
  return Math.round(chunk.lead * rate) - Math.max(0, expected - length);
}

function cut(decoded: AudioBuffer, from: number, length: number): AudioBuffer {
  if (from === 0 && length === decoded.length) return decoded;
  const { numberOfChannels, sampleRate } = decoded;
  const buffer = new AudioBuffer({ length: Math.max(1, length), numberOfChannels, sampleRate });
  for (let channel = 0; channel < numberOfChannels; channel++) {
    const samples = decoded.getChannelData(channel);
    const heard = samples.subarray(Math.max(0, from), Math.max(0, from + length));
    buffer.copyToChannel(heard, channel, Math.max(0, -from));
  }
  return buffer;
}

function joinFiles(files: readonly ArrayBuffer[]): ArrayBuffer {
  const parts = files.map((file, at) => (at === 0 ? new Uint8Array(file) : mediaPartOf(file)));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}
