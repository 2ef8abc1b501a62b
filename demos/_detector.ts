import path from "node:path";
import type { Worker } from "node:worker_threads";
import { DemoError } from "yieldcast";
import type { FoundObject } from "./_detector-worker.mjs";

/** What was found in a picture. */
export interface Found {
  readonly objects: FoundObject[];
  /** The picture with a labelled box around each of them: a JPEG. */
  readonly drawn: Uint8Array;
  /** How long it took. */
  readonly milliseconds: number;
}

interface Asked {
  readonly picture: Uint8Array;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: unknown) => void;
}

interface Answer {
  readonly id: number;
  readonly found?: Found;
  readonly problem?: { readonly isMissing: boolean; readonly message: string };
}

export interface Detector extends AsyncDisposable {
  /**
   * Finds objects in an encoded picture.
   *
   * @throws DemoError where it cannot be read, too many wait, or the detector is not there or crashes
   */
  detect(picture: Uint8Array, signal: AbortSignal): Promise<Found>;
  /** Whether its thread is there. */
  readonly isAwake: boolean;
}

export interface DetectorOptions {
  /** The file that its thread runs. */
  script?: string;
  /** Without work for so long, the thread ends and gives back its memory. */
  idleMilliseconds?: number;
  /** How long one picture may take; the first one waits for the model. */
  limitMilliseconds?: number;
  /** How many pictures may wait. */
  mostWaiting?: number;
}

// A bundler that sees a thread begin would bundle its file, and with it all of the detector's packages.
// Asked for in this way, it sees none. https://nodejs.org/api/process.html#processgetbuiltinmoduleid
const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");

// An edit makes this module anew, and what it had before lives on: so versions meet on `globalThis`.
const key = Symbol.for("yieldcast.detector");
const shared = globalThis as typeof globalThis & { [key]?: () => void };
const hurriedMilliseconds = 1000;

// Not `import.meta.url`: a bundler puts this module elsewhere, the thread's file stays in demos/.
const ownScript = path.join(process.cwd(), "demos", "_detector-worker.mjs");

/**
 * One thread that finds objects for all runs. Each run asks for its next picture when it has the one
 * before, so taking them as they come is one picture of each run in turn.
 */
export function createDetector({
  script = ownScript,
  idleMilliseconds = 60_000,
  limitMilliseconds = 30_000,
  mostWaiting = 16,
}: DetectorOptions = {}): Detector {
  const waiting: Asked[] = [];
  let worker: Worker | undefined;
  let current: Asked | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  let idle = idleMilliseconds;

  function start(): Worker {
    if (shared[key] !== hurry) shared[key]?.();
    shared[key] = hurry;
    idle = idleMilliseconds;
    const started = new Thread(script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const lost = (reason: string) => {
      if (worker !== started) return;
      worker = undefined;
      settle(new DemoError(`The detector has crashed at this picture: ${reason} Run it again.`));
    };
    started.on("error", (error) => lost(`${error.message}.`));
    started.on("exit", (code) => lost(`its thread ended with code ${code}.`));
    started.on("message", (answer: Answer) => {
      started.unref(); // an idle thread keeps no process alive
      if (worker !== started || answer.id !== asked) return;
      settle(answer.found ?? errorOf(answer));
    });
    return started;
  }

  /** Another detector has begun, so this one is hardly needed any more: a thread takes 170 MB. */
  function hurry() {
    idle = Math.min(idle, hurriedMilliseconds);
    if (worker && !current) rest();
  }

  function rest() {
    clearTimeout(timer);
    timer = setTimeout(stop, idle).unref();
  }

  function stop() {
    const stopped = worker;
    worker = undefined;
    return stopped?.terminate();
  }

  function next() {
    clearTimeout(timer);
    current = waiting.shift();
    if (!current) return rest();
    worker ??= start();
    worker.postMessage({ id: ++asked, picture: current.picture });
    timer = setTimeout(() => {
      void stop();
      const seconds = limitMilliseconds / 1000;
      settle(
        new DemoError(`The detector took more than ${seconds} s for a picture. Run it again.`),
      );
    }, limitMilliseconds);
  }

  function settle(result: Found | Error) {
    const answered = current;
    current = undefined;
    if (result instanceof Error) answered?.reject(result);
    else answered?.resolve(result);
    next();
  }

  return {
    get isAwake() {
      return worker !== undefined;
    },
    async detect(picture, signal) {
      signal.throwIfAborted();
      if (waiting.length >= mostWaiting) {
        throw new DemoError(
          `${mostWaiting} pictures wait for the detector already. Try again later.`,
        );
      }
      let leave = () => {};
      const found = new Promise<Found>((resolve, reject) => {
        const one: Asked = { picture, resolve, reject };
        // What the thread looks at already is finished: its answer is then nobody's.
        leave = () => {
          const place = waiting.indexOf(one);
          if (place >= 0) waiting.splice(place, 1);
          reject(signal.reason);
        };
        signal.addEventListener("abort", leave);
        waiting.push(one);
        if (!current) next();
      });
      return found.finally(() => signal.removeEventListener("abort", leave));
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      const error = new Error("The detector was closed.");
      for (const one of waiting.splice(0)) one.reject(error);
      current?.reject(error);
      current = undefined;
      await stop();
    },
  };
}

function errorOf({ problem }: Answer): DemoError {
  if (problem?.isMissing) {
    return new DemoError(
      "The detector is not installed. Install it: npm install --save-exact @vladmandic/human@3.3.6 " +
        "@tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-converter@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0",
    );
  }
  return new DemoError(`This picture cannot be looked at: ${problem?.message ?? "no answer"}.`);
}
