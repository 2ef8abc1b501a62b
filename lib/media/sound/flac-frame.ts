/** What the first bytes of a FLAC frame say. */
export interface FlacHeader {
  /** Of the header itself, in bytes. */
  readonly size: number;
  /** How many samples of each channel the frame holds. */
  readonly samples: number;
}

/** The longest header there is, in bytes. */
export const longestFlacHeader = 16;

const blockSizes = [
  0, 192, 576, 1152, 2304, 4608, 0, 0, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768,
];

/**
 * Reads the header of a frame; `undefined` where none begins at a place, or more bytes are needed to
 * tell. See https://www.rfc-editor.org/rfc/rfc9639#section-9.1
 */
export function readFlacHeader(bytes: Uint8Array, at: number): FlacHeader | undefined {
  const byte = (index: number) => bytes[at + index] ?? 0;
  if (byte(0) !== 0xff || (byte(1) & 0xfe) !== 0xf8 || (byte(3) & 1) !== 0) return undefined;
  const block = byte(2) >> 4;
  const rate = byte(2) & 15;
  if (block === 0 || rate === 15 || byte(3) >> 4 > 10) return undefined;
  // The frame's number is coded as UTF-8 codes letters.
  const leading = Math.clz32(~(byte(4) << 24));
  if (leading === 1 || leading > 7) return undefined;
  let size = 4 + Math.max(1, leading);
  let samples = blockSizes[block] ?? 0;
  if (block === 6) samples = byte(size++) + 1;
  if (block === 7) {
    samples = ((byte(size) << 8) | byte(size + 1)) + 1;
    size += 2;
  }
  size += rate === 12 ? 1 : rate === 13 || rate === 14 ? 2 : 0;
  if (at + size >= bytes.length) return undefined;
  let crc = 0;
  for (let i = 0; i < size; i++) crc = crc8[crc ^ byte(i)] ?? 0;
  return crc === byte(size) ? { size: size + 1, samples } : undefined;
}

/** The checksum of frames with one more byte; 0 behind a whole frame. */
export function flacChecksum(crc: number, byte: number): number {
  return ((crc << 8) & 0xffff) ^ (crc16[(crc >> 8) ^ byte] ?? 0);
}

const crc8 = Uint8Array.from({ length: 256 }, (_, byte) => remainder(byte, 0x07, 8));
const crc16 = Uint16Array.from({ length: 256 }, (_, byte) => remainder(byte, 0x8005, 16));

function remainder(byte: number, polynomial: number, bits: 8 | 16): number {
  const top = 1 << (bits - 1);
  let crc = byte << (bits - 8);
  for (let i = 0; i < 8; i++) crc = (crc & top) === 0 ? crc << 1 : (crc << 1) ^ polynomial;
  return crc & (2 ** bits - 1);
}
