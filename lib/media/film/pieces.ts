/** As much of a coded stream as can be read: a file of its own, made of what has come of it. */
export interface Piece {
  readonly file: Uint8Array;
  /** Whether it is the beginning of a stream, rather than what comes behind the piece before. */
  readonly begins: boolean;
  /** Whether its first picture is one of an earlier piece, that says how those here are coded. */
  readonly primed: boolean;
  /** Whether it is a file by itself, of which nothing is held back. */
  readonly whole: boolean;
}

/** Joins slices of a stream, which may be cut at any byte, and cuts them again where packets end. */
export interface Slicer {
  /** Gives what can be read by now, in its order; often nothing. */
  push(slice: Uint8Array): Piece[];
  /** Gives the rest, once it is known that nothing comes behind. */
  end(): Piece[];
}

/** Bytes behind one another. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
