/** An element of a Matroska file, by the bytes that it begins with. */
export interface EbmlHead {
  readonly id: number;
  /** How many bytes its content takes; `undefined` where it does not say. */
  readonly size: number | undefined;
  /** Where its content begins. */
  readonly start: number;
}

/** Reads what an element begins with; `undefined` where more bytes have to come, `null` where none begins. */
export function readEbmlHead(bytes: Uint8Array, at: number): EbmlHead | undefined | null {
  const idLength = lengthOf(bytes[at]);
  if (bytes[at] === undefined) return undefined;
  if (idLength > 4) return null;
  const sizeAt = at + idLength;
  if (bytes[sizeAt] === undefined) return undefined;
  const sizeLength = lengthOf(bytes[sizeAt]);
  if (sizeLength > 8) return null;
  const start = sizeAt + sizeLength;
  if (start > bytes.length) return undefined;
  return { id: readNumber(bytes, at, sizeAt), size: readEbmlSize(bytes, sizeAt)?.value, start };
}

/** A number whose own first bits say how long it is; `undefined` where all its bits are set or it is cut. */
export function readEbmlSize(bytes: Uint8Array, at: number) {
  const length = lengthOf(bytes[at]);
  if (length > 8 || at + length > bytes.length) return undefined;
  const marked = readNumber(bytes, at + 1, at + length);
  const value = ((bytes[at] ?? 0) & (0xff >> length)) * 2 ** (8 * (length - 1)) + marked;
  return value === 2 ** (7 * length) - 1 ? undefined : { value, length };
}

/** The elements that lie whole within a range. */
export function* readEbml(bytes: Uint8Array): Generator<{ id: number; content: Uint8Array }> {
  for (let at = 0; at < bytes.length; ) {
    const head = readEbmlHead(bytes, at);
    if (!head || head.size === undefined || head.start + head.size > bytes.length) return;
    at = head.start + head.size;
    yield { id: head.id, content: bytes.subarray(head.start, at) };
  }
}

export function readUnsigned(content: Uint8Array): number {
  return readNumber(content, 0, Math.min(content.length, 8));
}

export function readFloat(content: Uint8Array): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (content.length === 8) return view.getFloat64(0);
  return content.length === 4 ? view.getFloat32(0) : 0;
}

function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 256 + (bytes[at] ?? 0);
  return number;
}

/** How many bytes a number takes that begins with this one; 9 where none does. */
function lengthOf(first = 0): number {
  return Math.clz32(first) - 23;
}
