import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface GiveBackOptions {
  /** Bytes that are worth it. Default: 16 MiB. */
  atLeast?: number;
  /** Milliseconds between two looks at whether the process is at rest. Default: 1,000. */
  every?: number;
  /** Frees what nobody holds any more. Default: V8's collector. */
  collect?: () => void;
}

/** At most this share of the time since the last look was spent at work. */
const rest = 0.2;

/**
 * Makes what is told of bytes that nobody holds any more. V8 collects when a program asks for more, and one
 * at rest asks for nothing: it would hold for hours what the last visitors have left. So once much was let
 * go, and the process is at rest, it is told to; at work it does so by itself.
 *
 * @returns a function that is given how many bytes were let go
 * @example const giveBack = createGiveBack(); giveBack(log.bytes);
 */
export function createGiveBack(options: GiveBackOptions = {}): (bytes: number) => void {
  const { atLeast = 16 * 2 ** 20, every = 1000, collect = collectGarbage } = options;
  let free = 0;
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    const before = performance.eventLoopUtilization();
    timer = setTimeout(() => {
      timer = undefined;
      if (performance.eventLoopUtilization(before).utilization > rest) {
        wait();
        return;
      }
      free = 0;
      collect();
    }, every).unref();
  }

  return (bytes) => {
    free += bytes;
    if (free >= atLeast && !timer) wait();
  };
}

let collector: (() => void) | undefined;

function collectGarbage(): void {
  // It has no other name: https://nodejs.org/api/cli.html#--expose-gc
  setFlagsFromString("--expose-gc");
  collector ??= runInNewContext("gc") as () => void;
  collector();
}
