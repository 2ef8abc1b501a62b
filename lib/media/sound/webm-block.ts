import { readEbmlSize } from "./ebml";

export interface WebmBlock {
  readonly track: number;
  /** Behind the time of its cluster, in the file's ticks. */
  readonly ticks: number;
  readonly packets: readonly Uint8Array[];
}

/**
 * Reads a block with its packets, of which many may share it; `undefined` where it is broken. Empty ones
 * are left out: a few bytes may stand for hundreds of them.
 */
export function readWebmBlock(bytes: Uint8Array): WebmBlock | undefined {
  const track = readEbmlSize(bytes, 0);
  if (!track || bytes.length < track.length + 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ticks = view.getInt16(track.length);
  const lacing = ((bytes[track.length + 2] ?? 0) >> 1) & 3;
  const body = bytes.subarray(track.length + 3);
  const packets = lacing === 0 ? [body] : unlace(body, lacing);
  if (!packets) return undefined;
  return { track: track.value, ticks, packets: packets.filter(({ length }) => length > 0) };
}

/** See https://www.matroska.org/technical/notes.html#block-lacing */
function unlace(body: Uint8Array, lacing: number): Uint8Array[] | undefined {
  const count = (body[0] ?? 0) + 1;
  const sizes: number[] = [];
  let at = 1;
  for (let i = 0; i < count - 1 && lacing !== 2; i++) {
    if (lacing === 1) {
      let size = 0;
      let byte = 255;
      while (byte === 255 && at < body.length) {
        byte = body[at++] ?? 0;
        size += byte;
      }
      sizes.push(size);
      continue;
    }
    const number = readEbmlSize(body, at);
    if (!number) return undefined;
    at += number.length;
    // From the second one on they are differences, with half of their range below 0.
    const bias = 2 ** (7 * number.length - 1) - 1;
    sizes.push(i === 0 ? number.value : (sizes[i - 1] ?? 0) + number.value - bias);
  }
  if (lacing === 2 && body.length - at < count) return undefined;
  const rest = body.length - at - sizes.reduce((sum, size) => sum + size, 0);
  if (lacing === 2) for (let i = 0; i < count - 1; i++) sizes.push(Math.floor(rest / count));
  sizes.push(lacing === 2 ? Math.floor(rest / count) : rest);
  if (rest < 0 || sizes.some((size) => size < 0)) return undefined;
  return sizes.map((size) => {
    at += size;
    return body.subarray(at - size, at);
  });
}
