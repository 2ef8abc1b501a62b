import { setImmediate as breathe } from "node:timers/promises";
import type { RunContext } from "../demo/context";
import type { Demo } from "../demo/demo";
import { DemoError } from "../demo/demo-error";
import type { WriterContext } from "../kinds/kind";
import { preview } from "../kinds/preview";
import { YieldError } from "../kinds/yield-error";
import { LimitError } from "../store/limit-error";
import type { RunRecord } from "../store/log-store";
import { noticeLevels, type RunFailure } from "../store/snapshot";
import { iterate } from "./iterate";
import type { LogWriter } from "./log-writer";
import { createYieldRecorder } from "./record-yield";
import { RunStopped } from "./run-stopped";
import { createSleep } from "./sleep";

export interface ExecuteOptions {
  demo: Demo;
  record: RunRecord;
  /** What `run` is given. */
  inputs: { readonly [input: string]: unknown };
  log: LogWriter;
  writer: WriterContext;
  /** Aborted with a `RunStopped`. */
  signal: AbortSignal;
}

/** How a run ended. */
export interface Ending {
  status: "DONE" | "FAILED" | "CANCELLED";
  failure: RunFailure | undefined;
}

// A generator that never pauses would keep every socket and timer waiting, so it is interrupted. A picture
// that is fetched meanwhile waits for two turns: one for its request, one for its bytes.
const longestTurn = 4;
const stuckAfter = 5000;
const longestNote = 2000;

/**
 * Runs a demo to its end and logs what it yields. It ends at once when the signal is aborted, whatever
 * the generator awaits: it is told to return, and nobody waits for it.
 */
export async function execute(options: ExecuteOptions): Promise<Ending> {
  const { demo, record, log, signal } = options;
  const stop = createStop(signal);
  const recorder = createYieldRecorder(demo, options.writer);
  let values: AsyncIterator<unknown, unknown> | undefined;
  let alive: Promise<unknown> | undefined;
  try {
    signal.throwIfAborted();
    values = iterate(demo.run(options.inputs, createContext(log, signal)));
    let turn = performance.now();
    for (;;) {
      const step = values.next();
      alive = step;
      const { value, done } = await stop.race(step);
      alive = undefined;
      if (!done || value !== undefined) {
        const recorded = recorder.record(value);
        const outputs = recorded instanceof Promise ? await stop.race(recorded) : recorded;
        await log.append({ outputs });
      }
      if (done) {
        const outputs = await stop.race(recorder.end());
        if (Object.keys(outputs).length > 0) await log.append({ outputs });
        return { status: "DONE", failure: undefined };
      }
      if (performance.now() - turn > longestTurn) {
        await stop.race(breathe());
        turn = performance.now();
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof RunStopped) {
      const reason = signal.reason;
      if (values) watchOver(letGo(values, alive), demo, record);
      if (reason instanceof RunStopped) return { status: reason.status, failure: reason.failure };
      return { status: "CANCELLED", failure: undefined };
    }
    if (values && !alive) void letGo(values, undefined);
    return { status: "FAILED", failure: failureOf(error, demo, record) };
  } finally {
    recorder.close();
    stop.dispose();
  }
}

function createContext(log: LogWriter, signal: AbortSignal): RunContext {
  // What a run that was stopped still says is for nobody.
  const say = (entry: Parameters<LogWriter["append"]>[0]) => {
    if (!signal.aborted) log.append(entry).catch((error) => console.error("A log:", error));
  };
  const wait = createSleep(signal);
  return {
    signal,
    sleep(milliseconds) {
      const slept = wait(milliseconds);
      // A demo may begin to wait later, or be stopped before: nobody then handles the rejection.
      slept.catch(() => {});
      return slept;
    },
    progress(value, total, text) {
      const numbers = total === undefined ? [value] : [value, total];
      if (!numbers.every(Number.isFinite)) {
        throw new TypeError(
          `progress(value, total, text) takes finite numbers; got ${numbers.join(", ")}.`,
        );
      }
      say({ progress: { value, total, text: text?.slice(0, longestNote) } });
    },
    notify(level, text) {
      if (!noticeLevels.includes(level)) {
        const allowed = noticeLevels.join(", ");
        throw new TypeError(`notify(level, text) takes one of ${allowed}; got ${preview(level)}.`);
      }
      say({ notice: { level, text: String(text).slice(0, longestNote) } });
    },
  };
}

/**
 * Races promises against a signal. `Promise.race` with one long-lived promise would hold on to every
 * value of the run until its end: https://github.com/nodejs/node/issues/17469
 */
function createStop(signal: AbortSignal) {
  let reject: ((reason: unknown) => void) | undefined;
  const abort = () => reject?.(signal.reason);
  signal.addEventListener("abort", abort);
  return {
    race<Value>(promise: Promise<Value>): Promise<Value> {
      return new Promise((resolve, rejectThis) => {
        reject = rejectThis;
        promise.then(resolve, rejectThis);
        if (signal.aborted) abort();
      });
    },
    dispose() {
      signal.removeEventListener("abort", abort);
    },
  };
}

/** Tells a generator to return, and gives the promise of its having come to rest. */
async function letGo(
  values: AsyncIterator<unknown>,
  step: Promise<unknown> | undefined,
): Promise<void> {
  await Promise.allSettled([step, Promise.resolve().then(() => values.return?.())]);
}

function watchOver(rest: Promise<void>, demo: Demo, record: RunRecord): void {
  const timer = setTimeout(() => {
    console.warn(
      `The run ${record.id} of the demo "${demo.name}" was stopped ${stuckAfter / 1000} s ago, but its generator is still alive: it awaits something that does not heed \`signal\`.`,
    );
  }, stuckAfter).unref();
  void rest.then(() => clearTimeout(timer));
}

function failureOf(error: unknown, demo: Demo, record: RunRecord): RunFailure {
  if (error instanceof DemoError) return { code: "DEMO_ERROR", message: error.message };
  if (error instanceof LimitError) return { code: error.code, message: error.message };
  const where = `The run ${record.id} of the demo "${demo.name}" failed:`;
  if (error instanceof YieldError) {
    console.error(where, error.message);
    return { code: "BAD_YIELD", message: error.message };
  }
  console.error(where, error);
  return {
    code: "DEMO_FAILED",
    message: "The demo failed. The server's log says why, under the id of the run.",
  };
}
