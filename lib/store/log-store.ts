import type { Entry, Snapshot } from "./snapshot";

/** What is said of a run once, when it is asked for. */
export interface RunRecord {
  /** Unguessable; whoever holds it may watch. */
  readonly id: string;
  /** Unguessable; whoever holds it may cancel. */
  readonly key: string;
  /** The demo's name, as in its address. */
  readonly demo: string;
  /** Of a file, its name, size and type; who watches a run may know these, but not fetch the file. */
  readonly inputs: { readonly [input: string]: unknown };
  /** By their place among the inputs, the ids of the files that it was given. Whoever holds one may give it to another run. */
  readonly uploads: { readonly [input: string]: string };
  /** The run that it was forked from. */
  readonly parent: string | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Per output, how many of its yields to keep; an output not named keeps all. */
  readonly keep: { readonly [output: string]: number };
  /** A run of the house's own: an example. It is kept until it is deleted. */
  readonly pinned?: boolean;
}

/** What a reader gets: the entries after its cursor, or a base first where some were folded away. */
export interface Slice {
  /** Where the reader's cursor lies before the first kept entry: all that went before `entries`. */
  readonly base: Snapshot | undefined;
  readonly entries: readonly Entry[];
}

/**
 * Where the logs of runs live. A log is written by one process and may be read by others, so all that
 * goes through is plain data.
 */
export interface LogStore {
  create(record: RunRecord): Promise<void>;
  /** `undefined` where no such run is known (any more). */
  record(run: string): Promise<RunRecord | undefined>;
  /** Appends; whoever waits is told. */
  append(run: string, entry: Entry): Promise<void>;
  /** The entries after `seq` that are kept, at most `most` of them. */
  read(run: string, after: number, most: number): Promise<Slice | undefined>;
  /** The run as it is now. */
  head(run: string): Promise<Snapshot | undefined>;
  /** The run as it was after entry `seq`; at the first kept one where that was folded away. */
  at(run: string, seq: number): Promise<Snapshot | undefined>;
  /** Calls back after each append, and once when the log is deleted, until it is told to stop. */
  watch(run: string, changed: () => void): () => void;
  /** Deletes a log and the bytes beside it. */
  delete(run: string): Promise<void>;
}

/** Where bytes live. What was put never changes, so it can be cached for ever. */
export interface ByteStore {
  /** Gives the name of the bytes within their run. */
  put(run: string, data: Uint8Array, type: string): Promise<string>;
  get(run: string, id: string): Promise<{ data: Uint8Array; type: string } | undefined>;
  /** Says that no log names these bytes any more. A store may keep the newest such for a while. */
  release(run: string, id: string): Promise<void>;
  /** Deletes all bytes of a run. */
  delete(run: string): Promise<void>;
}
