import type { Container } from "./signature";

/**
 * Whether bytes end where their file does, as far as the file says. Slices of a stream do not, and what
 * a recorder writes seldom says.
 *
 * @param container `ogg` is told by its last page alone, so that any slice of it may be asked
 */
export function isWholeFile(container: Container, bytes: Uint8Array): boolean {
  if (container === "ogg") return endsWithLastPage(bytes);
  if (container === "mp4") return isWholeMp4(bytes);
  return container === "webm" && isWholeWebm(bytes);
}

const largestPage = 65_307;

function endsWithLastPage(bytes: Uint8Array): boolean {
  const last = bytes.subarray(Math.max(0, bytes.length - largestPage));
  for (
    let at = last.lastIndexOf(0x4f);
    at >= 0;
    at = at === 0 ? -1 : last.lastIndexOf(0x4f, at - 1)
  ) {
    if (last[at + 1] !== 0x67 || last[at + 2] !== 0x67 || last[at + 3] !== 0x53) continue;
    const segments = last[at + 26] ?? 0;
    let size = 27 + segments;
    for (let i = 0; i < segments; i++) size += last[at + 27 + i] ?? 0;
    if (at + size === last.length) return ((last[at + 5] ?? 0) & 4) !== 0;
  }
  return false;
}

function isWholeMp4(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasMovie = false;
  let at = 0;
  while (at + 16 <= bytes.length) {
    const type = view.getUint32(at + 4);
    const size = view.getUint32(at);
    // In fragments it may go on for as long as it likes.
    if (type === moof) return false;
    hasMovie ||= type === moov;
    const whole = size === 1 ? Number(view.getBigUint64(at + 8)) : size;
    if (whole < 8) return hasMovie && whole === 0;
    at += whole;
  }
  return hasMovie && at === bytes.length;
}

const moov = 0x6d6f6f76;
const moof = 0x6d6f6f66;

function isWholeWebm(bytes: Uint8Array): boolean {
  const header = 4 + sizeLength(bytes, 4);
  const segment = header + readSize(bytes, 4);
  const at = segment + 4;
  return at < bytes.length && at + sizeLength(bytes, at) + readSize(bytes, at) === bytes.length;
}

/** How many bytes an EBML size takes. */
function sizeLength(bytes: Uint8Array, at: number): number {
  return Math.clz32(bytes[at] ?? 0) - 23;
}

/** An EBML size; one that is not known is none that a file could have. */
function readSize(bytes: Uint8Array, at: number): number {
  const length = sizeLength(bytes, at);
  let size = (bytes[at] ?? 0) & (0xff >> length);
  for (let i = 1; i < length; i++) size = size * 256 + (bytes[at + i] ?? 0);
  return size;
}
