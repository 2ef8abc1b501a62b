import type { QueuePlace } from "./run-event";

/** What waits in a queue: names only, so that another process could take it. */
export interface Job {
  readonly run: string;
  readonly demo: string;
}

/** Where runs wait for their turn. */
export interface Queue {
  /** How many wait. */
  readonly waiting: number;
  /** Puts a job behind the others of its demo; it begins at once where there is room. */
  add(job: Job): void;
  /** Takes a job out that has not begun. `false` where it has. */
  remove(run: string): boolean;
  /** How many jobs of a demo are being done. */
  running(demo: string): number;
  /** `undefined` where it does not wait. */
  place(run: string): QueuePlace | undefined;
}

export interface QueueOptions {
  /** Does a job; settles when its place is free again. */
  work(job: Job): Promise<void>;
  concurrency(demo: string): number;
  /** Jobs have moved up. Called at most four times a second. */
  onMove(runs: string[]): void;
}

interface Line {
  readonly waiting: Map<string, Job>;
  running: number;
  /** Of the last runs, in milliseconds. */
  durations: number[];
  /** By run; made anew after the line has moved. */
  positions: Map<string, number> | undefined;
}

const moveEvery = 250;
const durationsKept = 20;

/** A queue in this process: one line per demo, first come, first served. */
export function createMemoryQueue({ work, concurrency, onMove }: QueueOptions): Queue {
  const lines = new Map<string, Line>();
  const demoOf = new Map<string, string>();
  const moved = new Set<Line>();
  let timer: NodeJS.Timeout | undefined;

  function lineOf(demo: string): Line {
    let line = lines.get(demo);
    if (!line) {
      line = { waiting: new Map(), running: 0, durations: [], positions: undefined };
      lines.set(demo, line);
    }
    return line;
  }

  function announce(line: Line): void {
    line.positions = undefined;
    moved.add(line);
    if (timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      const runs = [...moved].flatMap((each) => [...each.waiting.keys()]);
      moved.clear();
      onMove(runs);
    }, moveEvery).unref();
  }

  function advance(demo: string, line: Line): void {
    while (line.running < concurrency(demo)) {
      const [first] = line.waiting.values();
      if (!first) break;
      take(first.run, line);
      void begin(first, line);
    }
  }

  function take(run: string, line: Line): void {
    line.waiting.delete(run);
    demoOf.delete(run);
    if (line.waiting.size > 0) announce(line);
  }

  async function begin(job: Job, line: Line): Promise<void> {
    line.running++;
    const began = performance.now();
    try {
      await work(job);
    } finally {
      line.running--;
      line.durations = [...line.durations.slice(1 - durationsKept), performance.now() - began];
      advance(job.demo, line);
      if (line.waiting.size > 0) announce(line);
    }
  }

  return {
    get waiting() {
      return demoOf.size;
    },
    add(job) {
      const line = lineOf(job.demo);
      line.waiting.set(job.run, job);
      demoOf.set(job.run, job.demo);
      line.positions = undefined;
      advance(job.demo, line);
    },
    remove(run) {
      const demo = demoOf.get(run);
      if (demo === undefined) return false;
      take(run, lineOf(demo));
      return true;
    },
    running: (demo) => lines.get(demo)?.running ?? 0,
    place(run) {
      const demo = demoOf.get(run);
      if (demo === undefined) return undefined;
      const line = lineOf(demo);
      line.positions ??= new Map([...line.waiting.keys()].map((id, at) => [id, at + 1]));
      const position = line.positions.get(run);
      if (position === undefined) return undefined;
      const { durations } = line;
      const mean = durations.reduce((sum, each) => sum + each, 0) / durations.length;
      const rounds = Math.ceil(position / concurrency(demo));
      return { position, etaSeconds: durations.length > 0 ? (rounds * mean) / 1000 : undefined };
    },
  };
}
