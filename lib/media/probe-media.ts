import { join } from "node:path";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";

/** What is known of sound or video. */
export interface ProbedMedia {
  readonly mimeType: string;
  /** In seconds. */
  readonly duration: number;
  readonly width?: number;
  readonly height?: number;
  readonly sampleRate?: number;
  readonly channels?: number;
}

// Taken from the sources, which lie beside every site: bundled code has no file that a thread could be.
const worker = join(process.cwd(), "lib/media/probe-media-worker.mjs");
const mostSeconds = 20;
// What is honest is counted in less. Else some files of 20 kB would keep everybody's waiting for minutes.
const mostSecondsWaitedFor = 3;
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };
const inTurn = pLimit(2);

/**
 * Looks what a file of sound or video holds, in a thread of bounded time and memory, so that a hostile
 * file stalls nobody.
 *
 * @returns `undefined` where it cannot be read
 */
export function probeMedia(path: string): Promise<ProbedMedia | undefined> {
  return inTurn(
    () =>
      new Promise((resolve) => {
        // An object: a bundler adds what it needs itself.
        const thread = new Worker(worker, { workerData: { path }, execArgv: [], resourceLimits });
        const finish = (probed?: ProbedMedia | null) => {
          clearInterval(limit);
          resolve(probed && isPossible(probed) ? probed : undefined);
          void thread.terminate();
        };
        const began = performance.now();
        const limit = setInterval(() => {
          const most = inTurn.pendingCount > 0 ? mostSecondsWaitedFor : mostSeconds;
          if (performance.now() - began > most * 1000) finish();
        }, 100);
        thread.once("message", finish);
        thread.once("exit", () => finish());
        thread.once("error", (error) => {
          console.warn("A file could not be looked at:", error);
          finish();
        });
      }),
  );
}

/** Whether the numbers can be what they say; a header may say anything. */
function isPossible({
  duration,
  width = 1,
  height = 1,
  sampleRate = 1,
  channels = 1,
}: ProbedMedia) {
  return (
    Number.isFinite(duration) &&
    duration > 0 &&
    [width, height, sampleRate, channels].every((number) => Number.isInteger(number) && number > 0)
  );
}
