/** Something that an address stands for, ready to be sent, whole or in part. */
export interface Served {
  readonly type: string;
  /** Behind one another they are the whole; none is empty. */
  readonly parts: readonly Uint8Array[];
  /** Whether these bytes are what lies at the address for ever. */
  readonly final: boolean;
  /** Its content security policy, where it is to be shown as a page. */
  readonly policy?: string;
  /** What it is to be called, where it is to be kept rather than shown. */
  readonly attachment?: string;
}

/** There is nothing at an address, or not yet; the sentence says what it is. */
export interface NotServed {
  readonly status: 404 | 503;
  readonly reason: string;
}

export function sizeOfParts(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}

/** The parts of some bytes of the whole, without copying any. */
export function sliceParts(
  parts: readonly Uint8Array[],
  { start, end }: { start: number; end: number },
): Uint8Array[] {
  const taken: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const next = at + part.byteLength;
    if (next > start && at < end) taken.push(part.subarray(Math.max(0, start - at), end - at));
    at = next;
  }
  return taken;
}
