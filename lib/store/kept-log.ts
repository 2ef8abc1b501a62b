import { type Logged, outputKind } from "../kinds/outputs";
import type { RunRecord, Slice } from "./log-store";
import { type Entry, emptySnapshot, fold, type Snapshot, sizeOfOutputs } from "./snapshot";

/** What is kept of one run in memory: a base, the entries after it, and the run as it is now. */
export class KeptLog {
  head: Snapshot = emptySnapshot;
  /** Bytes of the kept entries, with the bytes that they name in the byte store. */
  entryBytes = 0;
  /** Bytes of the state: a text that grows counts whole. */
  stateBytes = 0;
  readonly watchers = new Set<() => void>();

  #base: Snapshot = emptySnapshot;
  /** The kept entries stand from `#first` on; what lies before is folded away, and cut off in bulk. */
  #entries: (Entry | undefined)[] = [];
  #first = 0;
  /** What `at` gave last: whoever goes through a log asks for one place after the other. */
  #asked: Snapshot | undefined;
  readonly #yieldsOf = new Map<string, number>();
  readonly #recordBytes: number;

  constructor(
    readonly record: RunRecord,
    readonly release: (bytesId: string) => void,
  ) {
    this.#recordBytes = runOverhead + JSON.stringify(record.inputs).length * 2;
  }

  get bytes(): number {
    return this.#recordBytes + this.entryBytes + this.stateBytes;
  }

  get count(): number {
    return this.#entries.length - this.#first;
  }

  append(entry: Entry): void {
    this.head = fold(this.head, entry);
    this.#entries.push(entry);
    this.entryBytes += entrySize(entry);
    if (!entry.outputs) return;
    this.stateBytes = sizeOfOutputs(this.head.outputs);
    for (const name in entry.outputs) this.#count(name, 1);
    for (const name in this.record.keep) {
      const keep = this.record.keep[name] ?? Number.POSITIVE_INFINITY;
      while ((this.#yieldsOf.get(name) ?? 0) > keep) this.foldOldest();
    }
  }

  read(after: number, most: number): Slice {
    const behind = after < this.#base.seq;
    const from = this.#first + (behind ? 0 : after - this.#base.seq);
    const entries = this.#entries.slice(from, from + most) as Entry[];
    return { base: behind ? this.#base : undefined, entries };
  }

  at(seq: number): Snapshot {
    if (seq >= this.head.seq) return this.head;
    let snapshot = this.#asked && this.#asked.seq <= seq ? this.#asked : this.#base;
    if (snapshot.seq < this.#base.seq) snapshot = this.#base;
    for (const entry of this.read(snapshot.seq, seq - snapshot.seq).entries) {
      snapshot = fold(snapshot, entry);
    }
    this.#asked = snapshot;
    return snapshot;
  }

  /** Folds the oldest kept entry into the base. `false` where none is kept. */
  foldOldest(): boolean {
    const entry = this.#entries[this.#first];
    if (!entry) return false;
    const before = this.#base.outputs;
    this.#base = fold(this.#base, entry);
    this.#entries[this.#first++] = undefined;
    this.entryBytes -= entrySize(entry);
    for (const name in entry.outputs) {
      this.#count(name, -1);
      this.#releaseReplaced([before[name], entry.outputs?.[name]], this.#base.outputs[name]);
    }
    if (this.#first > 1024 && this.#first > this.#entries.length / 2) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
    return true;
  }

  #releaseReplaced(logged: (Logged | undefined)[], now: Logged | undefined): void {
    const kept = new Set(idsOf(now));
    for (const id of logged.flatMap(idsOf)) if (!kept.has(id)) this.release(id);
  }

  #count(name: string, change: 1 | -1): void {
    this.#yieldsOf.set(name, (this.#yieldsOf.get(name) ?? 0) + change);
  }
}

function idsOf(logged: Logged | undefined): readonly string[] {
  return (logged && outputKind(logged).bytes?.(logged).ids) ?? [];
}

// A finished run of three entries, measured with 20,000 of them: 1,950 bytes, its inputs not counted.
const runOverhead = 1500;

// An entry's own fields, in V8 on 64 bits, measured with 100,000 of them: about 120 bytes.
const entryOverhead = 120;

function entrySize(entry: Entry): number {
  const text = (entry.notice?.text.length ?? 0) + (entry.progress?.text?.length ?? 0);
  return entryOverhead + text * 2 + (entry.outputs ? sizeOfOutputs(entry.outputs) : 0);
}
