import type { QueuePlace } from "./run-event";

/** What waits in a queue: names only, so that another process could take it. */
export interface Job {
  readonly run: string;
  readonly demo: string;
  /**
   * Nobody waits for it: it begins where no other job of its demo waits and there is room, one such job
   * at a time. It is not counted among those that wait or run, and has no place.
   */
  readonly idle?: boolean;
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
  /** Jobs have moved up. Called at most four times a second: the next ones each time, others in turns. */
  onMove(runs: string[]): void;
  /** An idle job has the place that another one waits for: it shall end. */
  onGiveWay?(run: string): void;
}

interface Waiting {
  readonly job: Job;
  /** When it is told of its place, where it is not one of the next. */
  readonly turn: number;
}

interface Line {
  readonly waiting: Map<string, Waiting>;
  running: number;
  /** Of the last runs, in milliseconds. */
  durations: number[];
  /** By run; made anew after the line has moved. */
  positions: Map<string, number> | undefined;
  /** Turns until all have been told where they are now. */
  untold: number;
}

const moveEvery = 250;
// To tell each of a long line each time would cost the more the longer it is, while it grows no shorter.
const next = 20;
const turns = 8;
const durationsKept = 20;

/** A queue in this process: one line per demo, first come, first served. */
export function createMemoryQueue(options: QueueOptions): Queue {
  const { work, concurrency, onMove, onGiveWay } = options;
  const lines = new Map<string, Line>();
  const demoOf = new Map<string, string>();
  const moved = new Set<Line>();
  /** Idle jobs that wait, in their order, and the one that is being done. */
  const idle = new Map<string, Job>();
  let busy: Job | undefined;
  /** Whether `tell` is due. */
  let due = false;
  let came = 0;
  let turn = 0;

  function lineOf(demo: string): Line {
    let line = lines.get(demo);
    if (!line) {
      line = { waiting: new Map(), running: 0, durations: [], positions: undefined, untold: 0 };
      lines.set(demo, line);
    }
    return line;
  }

  function announce(line: Line): void {
    line.positions = undefined;
    line.untold = turns;
    moved.add(line);
    tellSoon();
  }

  function tellSoon(): void {
    if (due) return;
    due = true;
    setTimeout(tell, moveEvery).unref();
  }

  function tell(): void {
    due = false;
    turn = (turn + 1) % turns;
    const runs = [...moved].flatMap(newsOf);
    if (moved.size > 0) tellSoon();
    if (runs.length > 0) onMove(runs);
  }

  function newsOf(line: Line): string[] {
    const { waiting } = line;
    const first = line.untold === turns ? next : 0;
    line.untold--;
    if (line.untold === 0 || waiting.size <= next) moved.delete(line);
    return [...waiting]
      .filter(([, own], at) => at < first || own.turn === turn)
      .map(([run]) => run);
  }

  /** How many places of a demo are taken, by an idle job too: it needs what the others need. */
  function taken(demo: string, line: Line): number {
    return line.running + (busy?.demo === demo ? 1 : 0);
  }

  function advance(demo: string, line: Line): void {
    while (taken(demo, line) < concurrency(demo)) {
      const [first] = line.waiting.values();
      if (!first) break;
      take(first.job.run, line);
      void begin(first.job, line);
    }
    if (line.waiting.size > 0 && busy?.demo === demo) onGiveWay?.(busy.run);
  }

  function advanceIdle(): void {
    if (busy) return;
    for (const job of idle.values()) {
      const line = lineOf(job.demo);
      if (line.waiting.size > 0 || line.running >= concurrency(job.demo)) continue;
      idle.delete(job.run);
      busy = job;
      void doIdle(job, line);
      return;
    }
  }

  async function doIdle(job: Job, line: Line): Promise<void> {
    try {
      await work(job);
    } finally {
      busy = undefined;
      advance(job.demo, line);
      advanceIdle();
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
      advanceIdle();
    }
  }

  return {
    get waiting() {
      return demoOf.size;
    },
    add(job) {
      if (job.idle) {
        idle.set(job.run, job);
        advanceIdle();
        return;
      }
      const line = lineOf(job.demo);
      line.waiting.set(job.run, { job, turn: came++ % turns });
      demoOf.set(job.run, job.demo);
      line.positions = undefined;
      advance(job.demo, line);
    },
    remove(run) {
      if (idle.delete(run)) return true;
      const demo = demoOf.get(run);
      if (demo === undefined) return false;
      take(run, lineOf(demo));
      advanceIdle();
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
