import { flacChecksum, readFlacHeader } from "./sound/flac-frame";

/**
 * FLAC frames of several files as those of one: each says with which sample it begins, and that frames
 * are of any length, as the last one of a file is shorter. What they hold is not touched.
 * https://www.rfc-editor.org/rfc/rfc9639#section-9.1
 */
export function renumberFlac(frames: readonly Uint8Array[]): Uint8Array[] {
  let sample = 0;
  return frames.map((frame) => {
    const header = readFlacHeader(frame, 0);
    if (!header) return frame;
    const renumbered = renumber(frame, header.size, sample);
    sample += header.samples;
    return renumbered;
  });
}

const sumBytes = 2;

function renumber(frame: Uint8Array, headerSize: number, sample: number): Uint8Array {
  const [a = 0, b = 0, c = 0, d = 0, number = 0] = frame;
  const numberBytes = Math.max(1, Math.clz32(~(number << 24)));
  const header = [
    ...[a, b | 1, c, d],
    ...codedNumber(sample),
    ...frame.subarray(4 + numberBytes, headerSize - 1),
  ];
  const body = frame.subarray(headerSize, frame.length - sumBytes);
  const written = new Uint8Array(header.length + 1 + body.length + sumBytes);
  written.set(header);
  written[header.length] = header.reduce(addToHeaderSum, 0);
  written.set(body, header.length + 1);
  let sum = 0;
  for (const byte of written.subarray(0, -sumBytes)) sum = flacChecksum(sum, byte);
  written.set([sum >> 8, sum & 0xff], written.length - sumBytes);
  return written;
}

/** A number as UTF-8 codes letters, of up to 36 bits. */
function codedNumber(number: number): number[] {
  if (number < 0x80) return [number];
  const rest: number[] = [];
  let left = number;
  // The first byte has room for one bit less with each byte behind it.
  while (left >= 2 ** (6 - rest.length)) {
    rest.unshift(0x80 | (left % 64));
    left = Math.floor(left / 64);
  }
  const ones = rest.length + 1;
  return [((0xff << (8 - ones)) & 0xff) | left, ...rest];
}

function addToHeaderSum(sum: number, byte: number): number {
  let crc = sum ^ byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 0x80) === 0 ? crc << 1 : (crc << 1) ^ 0x107;
  return crc;
}
