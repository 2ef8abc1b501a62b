/** Bytes that came in slices, read from the front. */
export interface ByteQueue {
  readonly length: number;
  add(slice: Uint8Array): void;
  /** The bytes at hand, in one piece; good until the next call. */
  peek(): Uint8Array;
  /** Drops bytes from the front, also some that are yet to come. */
  skip(count: number): void;
}

/** A queue that copies each byte at most twice, however finely the slices were cut. */
export function createByteQueue(): ByteQueue {
  let buffer = new Uint8Array(0);
  let start = 0;
  let end = 0;
  let owed = 0;
  return {
    get length() {
      return end - start;
    },
    add(slice) {
      const dropped = Math.min(owed, slice.length);
      owed -= dropped;
      const added = slice.subarray(dropped);
      if (start === end) {
        // The usual case: nothing is left over, so that nothing has to be copied.
        buffer = added as Uint8Array<ArrayBuffer>;
        start = 0;
        end = added.length;
        return;
      }
      if (end + added.length > buffer.length || !owned.has(buffer)) {
        const grown = new Uint8Array(Math.max(1024, 2 * (end - start + added.length)));
        grown.set(buffer.subarray(start, end));
        end -= start;
        start = 0;
        buffer = grown;
        owned.add(grown);
      }
      buffer.set(added, end);
      end += added.length;
    },
    peek: () => buffer.subarray(start, end),
    skip(count) {
      const dropped = Math.min(count, end - start);
      start += dropped;
      owed += count - dropped;
    },
  };
}

/** The buffers that a queue made for itself and may write into. */
const owned = new WeakSet<Uint8Array>();
