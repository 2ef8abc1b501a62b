/** Bytes from `start` to before `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const one = /^bytes=[ \t]*(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))[ \t]*$/i;

/**
 * Reads a `Range` header for something of `size` bytes: `undefined` where the whole is to be sent, as for
 * several ranges at once or what is no range; `"none"` where no byte of it is there.
 * https://www.rfc-editor.org/rfc/rfc9110#section-14
 *
 * @example parseByteRange("bytes=-500", 10_000) // { start: 9500, end: 10000 }
 */
export function parseByteRange(
  header: string | undefined,
  size: number,
): ByteRange | "none" | undefined {
  const found = header === undefined ? null : one.exec(header);
  if (!found) return undefined;
  const [, first, last, suffix] = found;
  if (suffix !== undefined) {
    const start = Math.max(0, size - Number(suffix));
    return start < size ? { start, end: size } : "none";
  }
  const start = Number(first);
  if (last && Number(last) < start) return undefined; // no range, by the letter
  if (start >= size) return "none";
  return { start, end: last ? Math.min(size, Number(last) + 1) : size };
}
