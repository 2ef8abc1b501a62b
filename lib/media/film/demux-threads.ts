import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** Threads that take films apart, of which one is kept for whoever is next. */
export interface DemuxThreads {
  take(): Worker;
  /** One that waits for nothing, and to which nobody listens any more. */
  giveBack(thread: Worker): void;
}

// Taken from the sources, which lie beside every site: bundled code has no file that a thread could be.
const worker = join(process.cwd(), "lib/media/film/demux-worker.mjs");
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/**
 * Makes the threads. To start one takes as much of a processor as to take ten films apart, and a film's first
 * picture would wait for it; what a thread has done before is nothing to it.
 *
 * @param options.keepFor milliseconds for which one is kept; default: five minutes
 */
export function createDemuxThreads({ keepFor = 300_000 } = {}): DemuxThreads {
  let spare: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;

  function takeSpare(): Worker | undefined {
    const thread = spare;
    spare = undefined;
    clearTimeout(timer);
    return thread;
  }

  function start(): Worker {
    // An object: a bundler adds what it needs itself.
    const thread = new Worker(worker, { workerData: {}, execArgv: [], resourceLimits });
    thread.unref();
    // Whoever waits for an answer is told by its exit. A hostile file may use up its memory.
    thread.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") console.error("The reader of films:", error);
    });
    return thread;
  }

  return {
    take() {
      const thread = takeSpare() ?? start();
      thread.removeAllListeners("exit");
      return thread;
    },
    giveBack(thread) {
      void takeSpare()?.terminate();
      spare = thread;
      thread.once("exit", () => {
        if (spare === thread) takeSpare();
      });
      timer = setTimeout(() => void takeSpare()?.terminate(), keepFor).unref();
    },
  };
}
