/**
 * A piece of sound or video that was yielded, as the log names it. Its bytes are a file of their own:
 * WAV, or MP4 in fragments whose initialisation part comes first, so that chunks of one `init` can be
 * put behind one another.
 */
export interface MediaChunk {
  /** 0 for the first chunk of a run's output, then one more each. */
  readonly index: number;
  /** The name of its bytes in the byte store. */
  readonly id: string;
  readonly bytes: number;
  /** Such as `audio/wav` or `video/mp4; codecs="avc1.64001f, mp4a.40.2"`. */
  readonly type: string;
  /** Where it stands on the output's own clock, in seconds. */
  readonly start: number;
  /** In seconds. */
  readonly duration: number;
  /**
   * Seconds that its file decodes to before `start` and after the end: a coder's delay and padding,
   * which are not to be heard.
   */
  readonly lead: number;
  readonly tail: number;
  /** Whether it goes on in the coded stream of the chunk before, and is decoded behind it. */
  readonly continues: boolean;
  /** How many of its bytes are its initialisation part; 0 where it has none. */
  readonly initBytes: number;
  /** A name of that part: chunks of the same one can be put behind one another. */
  readonly init: string;
}

/** What the log keeps of sound or video: chunks behind one another. */
export interface LoggedChunks {
  readonly chunks: readonly MediaChunk[];
  /** Of all chunks together. */
  readonly bytes: number;
  /** Whether they stand for all before them, rather than behind them. */
  readonly reset: boolean;
  /** How many chunks to keep at most. */
  readonly keep: number;
}

// What a log holds must be plain enough for JSON, which has no Infinity.
const all = Number.MAX_SAFE_INTEGER;

/** What a log keeps of one yield's chunks; `keep` is the output's option, where it is a number. */
export function loggedChunks<Kind extends string>(
  kind: Kind,
  chunks: readonly MediaChunk[],
  keep: "all" | number = "all",
): LoggedChunks & { readonly kind: Kind } {
  return { kind, chunks, bytes: bytesOf(chunks), reset: false, keep: keep === "all" ? all : keep };
}

/** A file that was yielded whole, as its output's only chunk. */
export function wholeFile(
  file: Pick<MediaChunk, "id" | "bytes" | "type" | "duration">,
): MediaChunk {
  return {
    ...file,
    index: 0,
    start: 0,
    lead: 0,
    tail: 0,
    continues: false,
    initBytes: 0,
    init: "",
  };
}

/** The older chunks with the newer ones behind them, or the newer ones alone. Associative. */
export function mergeChunks<Logged extends LoggedChunks>(older: Logged, newer: Logged): Logged {
  if (newer.reset) return newer;
  const all = [...older.chunks, ...newer.chunks];
  if (all.length <= newer.keep) {
    return { ...newer, reset: older.reset, chunks: all, bytes: older.bytes + newer.bytes };
  }
  const chunks = all.slice(-newer.keep);
  return { ...newer, reset: older.reset, chunks, bytes: bytesOf(chunks) };
}

/** Chunks in pieces of about `size` bytes of log, the first of which resets. */
export function chunkPieces<Logged extends LoggedChunks>(state: Logged, size: number): Logged[] {
  const most = Math.max(1, Math.floor(size / chunkOverhead));
  const pieces: Logged[] = [];
  for (let start = 0; start < state.chunks.length || start === 0; start += most) {
    const chunks = state.chunks.slice(start, start + most);
    pieces.push({ ...state, chunks, bytes: bytesOf(chunks), reset: start === 0 });
  }
  return pieces;
}

/** What one chunk takes in a log, without its bytes. */
const chunkOverhead = 320;

export function sizeOfChunks({ chunks }: LoggedChunks): number {
  return 96 + chunks.length * chunkOverhead;
}

export function bytesOfChunks({ chunks, bytes }: LoggedChunks) {
  return { ids: chunks.map(({ id }) => id), size: bytes };
}

function bytesOf(chunks: readonly MediaChunk[]): number {
  return chunks.reduce((sum, { bytes }) => sum + bytes, 0);
}
