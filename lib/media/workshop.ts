import pLimit from "p-limit";
import { LimitError } from "../store/limit-error";

export interface WorkshopOptions {
  /** How many bytes of what was made to keep. */
  cacheBytes: number;
  /** How many works may wait for their turn. */
  mostWaiting: number;
}

/** Something that is made of a run's bytes. */
export interface Made {
  readonly data: Uint8Array;
}

/** What a work is, beside its name. */
export interface Work<Thing extends Made> {
  make(): Promise<Thing>;
  /** How many bytes it takes to keep. Default: those of its data. */
  size?(thing: Thing): number;
  /** What is waiting, for who is refused: `pictures`. */
  plural: string;
}

/** Makes what somebody asks for: once for all who ask, a few at a time, kept within bounds. */
export interface Workshop {
  /**
   * @param key names the thing among all that are made
   * @throws LimitError `TOO_MANY_PICTURES` where too many works are waiting already
   */
  get<Thing extends Made>(key: string, work: Work<Thing>): Promise<Thing>;
}

// sharp works in the threads that Node reads files with, of which there are four: some stay free.
const atOnce = 2;

export function createWorkshop({ cacheBytes, mostWaiting }: WorkshopOptions): Workshop {
  /** The least recently asked for first. */
  const things = new Map<string, Promise<Made>>();
  const sizes = new Map<string, number>();
  const limit = pLimit(atOnce);
  let held = 0;

  function forget(key: string): void {
    things.delete(key);
    held -= sizes.get(key) ?? 0;
    sizes.delete(key);
  }

  async function makeOnce<Thing extends Made>(key: string, work: Work<Thing>): Promise<Thing> {
    try {
      const thing = await limit(() => work.make());
      const size = work.size?.(thing) ?? thing.data.byteLength;
      sizes.set(key, size);
      held += size;
      for (const oldest of things.keys()) {
        if (held <= cacheBytes || oldest === key) break;
        if (sizes.has(oldest)) forget(oldest);
      }
      if (size === 0 || size > cacheBytes) forget(key);
      return thing;
    } catch (error) {
      forget(key);
      throw error;
    }
  }

  return {
    async get<Thing extends Made>(key: string, work: Work<Thing>) {
      const known = things.get(key);
      if (known) {
        things.delete(key);
        things.set(key, known);
        // Of one key there is one sort of thing: the key's first word says which.
        return known as Promise<Thing>;
      }
      if (limit.pendingCount >= mostWaiting) {
        const what = `${limit.pendingCount} ${work.plural} are waiting to be encoded already`;
        // The code is a picture's, as only these are asked for over GraphQL.
        throw new LimitError("TOO_MANY_PICTURES", what, "YIELDCAST_MAX_ENCODINGS");
      }
      const made = makeOnce(key, work);
      things.set(key, made);
      return made;
    },
  };
}
