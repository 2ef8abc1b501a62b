import { type PastRun, readPastRuns } from "./past-run";
import type { SessionStorage } from "./session-memory";

export interface HistoryOptions {
  /** Default: the browser's `localStorage`, where it is allowed. */
  storage?: SessionStorage | undefined;
  /** Calls back with the key that another tab has changed; `null`: all of them. Default: the window's. */
  onStorage?(listener: (key: string | null) => void): () => void;
  /** Default: 50. */
  mostRuns?: number;
  /** Of all its runs, in UTF-16 code units, as browsers count them. Default: 200,000. */
  mostLetters?: number;
}

/** The runs of a demo that were started in this browser, the newest first. */
export interface RunHistory {
  /** The same list until it is changed. */
  list(): readonly PastRun[];
  find(id: string): PastRun | undefined;
  /** Calls back at each change, also of another tab. */
  subscribe(listener: () => void): () => void;
  /** Adds a run, or what is new of one. */
  put(run: PastRun): void;
  /** What is new of a run, where it is among them. */
  change(id: string, changes: Partial<Omit<PastRun, "id">>): void;
  remove(id: string): void;
  clear(): void;
}

/** One run may take so much of the room of all. */
const partOfOne = 1 / 8;

/**
 * The history of a demo in the browser's storage. Where that is forbidden, or full even without older
 * runs, it is kept until the page is left.
 */
export function createRunHistory(demo: string, options: HistoryOptions = {}): RunHistory {
  const { onStorage = onWindowStorage, mostRuns = 50, mostLetters = 200_000 } = options;
  const storage = "storage" in options ? options.storage : ownStorage();
  const key = `yieldcast:history:${demo}`;
  const listeners = new Set<() => void>();
  /** Whether the storage has what the list has. */
  let stored = true;
  let runs: readonly PastRun[] = read() ?? [];

  function read(): PastRun[] | undefined {
    return attempt(() => storage && readPastRuns(storage.getItem(key)));
  }

  function refresh(): void {
    if (stored) runs = read() ?? runs;
  }

  function publish(): void {
    for (const listener of [...listeners]) listener();
  }

  /** @param edit of the list as all tabs have left it */
  function write(edit: (runs: readonly PastRun[]) => readonly PastRun[]): void {
    refresh();
    runs = bounded(edit(runs), mostRuns, mostLetters);
    stored = store(runs);
    publish();
  }

  /** A storage that is full takes fewer. */
  function store(wanted: readonly PastRun[]): boolean {
    const kept = attempt(() => {
      if (wanted.length === 0) storage?.removeItem(key);
      else storage?.setItem(key, JSON.stringify(wanted));
      return storage !== undefined;
    });
    if (kept) {
      runs = wanted;
      return true;
    }
    if (!storage || wanted.length < 2) return false;
    return store(wanted.slice(0, Math.floor(wanted.length / 2)));
  }

  return {
    list: () => runs,
    find: (id) => runs.find((run) => run.id === id),
    subscribe(listener) {
      listeners.add(listener);
      const leave = onStorage((changed) => {
        if (changed !== null && changed !== key) return;
        refresh();
        publish();
      });
      return () => {
        listeners.delete(listener);
        leave();
      };
    },
    put(run) {
      write((before) => {
        const known = before.find(({ id }) => id === run.id);
        if (!known) return [run, ...before];
        return before.map((each) => (each === known ? { ...known, ...run } : each));
      });
    },
    change(id, changes) {
      write((before) => before.map((each) => (each.id === id ? { ...each, ...changes } : each)));
    },
    remove(id) {
      write((before) => before.filter((run) => run.id !== id));
    },
    clear: () => write(() => []),
  };
}

/** As many of the newest as there is room for. */
function bounded(runs: readonly PastRun[], mostRuns: number, mostLetters: number): PastRun[] {
  let room = mostLetters;
  const kept: PastRun[] = [];
  for (const run of runs.slice(0, mostRuns)) {
    const fitted = fitTo(run, mostLetters * partOfOne);
    room -= lengthOf(fitted);
    if (room < 0) break;
    kept.push(fitted);
  }
  return kept;
}

/** The run without what makes it too long: first its thumbnail, then its longest inputs. */
function fitTo(run: PastRun, most: number): PastRun {
  let fitted = run;
  if (lengthOf(fitted) <= most) return run;
  const { thumbnail: _, ...plain } = fitted;
  fitted = plain;
  const byLength = Object.entries(run.inputs)
    .map(([name, value]) => ({ name, length: lengthOf(value) }))
    .sort((a, b) => a.length - b.length);
  while (lengthOf(fitted) > most) {
    const longest = byLength.pop();
    if (!longest) break;
    const { [longest.name]: _, ...inputs } = fitted.inputs;
    fitted = { ...fitted, inputs, tooLong: [...(fitted.tooLong ?? []), longest.name] };
  }
  return fitted;
}

function lengthOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

function ownStorage(): SessionStorage | undefined {
  // Where it is forbidden even looking at it throws.
  return attempt(() => globalThis.localStorage);
}

function onWindowStorage(listener: (key: string | null) => void): () => void {
  const hear = (event: StorageEvent) => listener(event.key);
  addEventListener("storage", hear);
  return () => removeEventListener("storage", hear);
}

function attempt<Value>(access: () => Value): Value | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
