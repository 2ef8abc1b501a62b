import type { ByteStore } from "./log-store";

interface Kept {
  readonly data: Uint8Array;
  readonly type: string;
}
interface OfRun {
  count: number;
  readonly kept: Map<string, Kept>;
  /** Released, oldest first. */
  readonly released: string[];
}

// A viewer hears of a frame before it fetches it; with `keep: 1` the frame may be folded in between.
const lingering = 8;

/** Keeps bytes in this process's memory. */
export function createMemoryByteStore(): ByteStore {
  const runs = new Map<string, OfRun>();
  return {
    async put(run, data, type) {
      let own = runs.get(run);
      if (!own) {
        own = { count: 0, kept: new Map(), released: [] };
        runs.set(run, own);
      }
      const id = (own.count++).toString(36);
      own.kept.set(id, { data, type });
      return id;
    },
    async get(run, id) {
      return runs.get(run)?.kept.get(id);
    },
    async release(run, id) {
      const own = runs.get(run);
      if (!own?.kept.has(id)) return;
      own.released.push(id);
      if (own.released.length <= lingering) return;
      const oldest = own.released.shift();
      if (oldest !== undefined) own.kept.delete(oldest);
    },
    async delete(run) {
      runs.delete(run);
    },
  };
}
