import { deflateRawSync } from "node:zlib";

/** Looked at in so many places, each so many bytes long: a fraction of a millisecond for any picture. */
const places = 8;
const length = 2048;
/** What saves less than this share is not worth six times the time. */
const worth = 0.05;

/**
 * Whether it is worth the time to pack bytes without loss. Noise cannot be packed, as in the first steps of a
 * diffusion; a packer that tries makes it larger.
 *
 * @example isPackable(new Uint8Array(1e6)) // true
 */
export function isPackable(data: Uint8Array): boolean {
  const step = Math.max(length, Math.floor((data.byteLength - length) / (places - 1)));
  const samples: Uint8Array[] = [];
  for (let at = 0; at < data.byteLength && samples.length < places; at += step) {
    samples.push(data.subarray(at, at + length));
  }
  const taken = Buffer.concat(samples);
  return deflateRawSync(taken, { level: 1 }).byteLength < taken.byteLength * (1 - worth);
}
