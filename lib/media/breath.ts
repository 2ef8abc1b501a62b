import { setImmediate as breathe } from "node:timers/promises";

const longestTurn = 8;

/**
 * Makes what long work awaits now and then: mostly nothing, but every 8 ms a turn for everybody else.
 * Promises alone give none, however many are awaited.
 *
 * @example
 * const breath = createBreath();
 * for (const piece of pieces) { work(piece); await breath(); }
 */
export function createBreath(): () => Promise<void> | undefined {
  let turn = performance.now();
  return () => {
    if (performance.now() - turn < longestTurn) return undefined;
    return breathe().then(() => {
      turn = performance.now();
    });
  };
}
