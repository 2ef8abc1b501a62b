/**
 * What is fed. `sound`: nothing may be missing, and what waits is joined. `camera` and `control`: the
 * newest counts. `frames`, of a video file: each counts, and its source can wait.
 */
export type FeedSort = "sound" | "camera" | "frames" | "control";

/** A piece that waits to be sent. */
export interface WaitingPiece {
  readonly bytes?: Uint8Array;
  readonly value?: unknown;
  /** Seconds into what is fed. */
  readonly time: number | undefined;
  /** When it was pushed, of `performance.now()`. */
  readonly at: number;
  /** Called when it leaves. */
  left(): void;
}

/** Pieces that wait to be sent, bounded. */
export interface WaitingPieces {
  readonly size: number;
  /** Says how many pieces were given up for it. */
  add(piece: WaitingPiece): number;
  /** What is to be sent next, as one piece. */
  take(): WaitingPiece | undefined;
  clear(): void;
}

/** In base64 and with all else well below what a request may have (1 MiB). */
const joinedBytes = 256 * 1024;

/** @param maxBytes of sound that may wait, while the server cannot be reached, say */
export function createWaitingPieces(sort: FeedSort, maxBytes: number): WaitingPieces {
  const pieces: WaitingPiece[] = [];
  let bytes = 0;

  function shift(): WaitingPiece | undefined {
    const piece = pieces.shift();
    bytes -= piece?.bytes?.byteLength ?? 0;
    piece?.left();
    return piece;
  }

  function clear(): void {
    while (pieces.length > 0) shift();
  }

  return {
    get size() {
      return pieces.length;
    },
    add(piece) {
      let lost = 0;
      if (sort === "camera" || sort === "control") {
        lost = pieces.length;
        clear();
      }
      pieces.push(piece);
      bytes += piece.bytes?.byteLength ?? 0;
      // What is oldest is of the least use to who listens now.
      while (sort === "sound" && bytes > maxBytes && pieces.length > 1) {
        shift();
        lost++;
      }
      return lost;
    },
    take() {
      const first = shift();
      if (sort !== "sound" || !first?.bytes) return first;
      const parts = [first.bytes];
      let length = first.bytes.byteLength;
      for (let next = pieces[0]?.bytes; next; next = pieces[0]?.bytes) {
        if (length + next.byteLength > joinedBytes) break;
        length += next.byteLength;
        parts.push(next);
        shift();
      }
      return parts.length === 1 ? first : { ...first, bytes: joined(parts, length) };
    },
    clear,
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
