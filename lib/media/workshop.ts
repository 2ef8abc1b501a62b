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
  /** The run of whose bytes it is made: nobody asks for it once that is forgotten. */
  run?: string;
}

/** Makes what somebody asks for: once for all who ask, a few at a time, kept within bounds. */
export interface Workshop {
  /**
   * @param key names the thing among all that are made
   * @throws LimitError `TOO_MANY_PICTURES` where too many works are waiting already
   */
  get<Thing extends Made>(key: string, work: Work<Thing>): Promise<Thing>;
  /** Lets go of what was made of a run's bytes. */
  forget(run: string): void;
}

interface Kept {
  readonly made: Promise<Made>;
  readonly run: string | undefined;
  /** `undefined` while it is being made. */
  bytes: number | undefined;
}

// sharp works in the threads that Node reads files with, of which there are four: some stay free.
const atOnce = 2;

export function createWorkshop({ cacheBytes, mostWaiting }: WorkshopOptions): Workshop {
  /** The least recently asked for first. */
  const things = new Map<string, Kept>();
  const keysOf = new Map<string, Set<string>>();
  const limit = pLimit(atOnce);
  let held = 0;

  function add(key: string, made: Promise<Made>, run: string | undefined): Kept {
    const kept: Kept = { made, run, bytes: undefined };
    things.set(key, kept);
    if (run !== undefined) keysOf.set(run, (keysOf.get(run) ?? new Set()).add(key));
    return kept;
  }

  function remove(key: string): void {
    const kept = things.get(key);
    if (!kept) return;
    things.delete(key);
    held -= kept.bytes ?? 0;
    const keys = kept.run === undefined ? undefined : keysOf.get(kept.run);
    keys?.delete(key);
    if (kept.run !== undefined && keys?.size === 0) keysOf.delete(kept.run);
  }

  /** Counts what has been made, and makes room for it. */
  function keep(key: string, kept: Kept, bytes: number): void {
    // Its run was forgotten meanwhile.
    if (things.get(key) !== kept) return;
    kept.bytes = bytes;
    held += bytes;
    for (const [oldest, { bytes: size }] of things) {
      if (held <= cacheBytes || oldest === key) break;
      if (size !== undefined) remove(oldest);
    }
    if (bytes === 0 || bytes > cacheBytes) remove(key);
  }

  return {
    async get<Thing extends Made>(key: string, work: Work<Thing>) {
      const known = things.get(key);
      if (known) {
        things.delete(key);
        things.set(key, known);
        // Of one key there is one sort of thing: the key's first word says which.
        return known.made as Promise<Thing>;
      }
      if (limit.pendingCount >= mostWaiting) {
        const what = `${limit.pendingCount} ${work.plural} are waiting to be encoded already`;
        // The code is a picture's, as only these are asked for over GraphQL.
        throw new LimitError("TOO_MANY_PICTURES", what, "YIELDCAST_MAX_ENCODINGS");
      }
      const made = limit(() => work.make());
      const kept = add(key, made, work.run);
      made.then(
        (thing) => keep(key, kept, work.size?.(thing) ?? thing.data.byteLength),
        () => things.get(key) === kept && remove(key),
      );
      return made;
    },

    forget(run) {
      for (const key of keysOf.get(run) ?? []) remove(key);
    },
  };
}
