import { setTimeout as delay } from "node:timers/promises";
import { processUsage } from "./process-usage";

/**
 * The bytes that a process and its descendants hold once it is at rest: the least until that has not fallen
 * for so many milliseconds.
 */
export async function settled(pid: number, quiet: number): Promise<number> {
  let { memory: least } = await processUsage(pid);
  for (let since = performance.now(); performance.now() - since < quiet; await delay(250)) {
    const { memory } = await processUsage(pid);
    if (memory < least - 1e6) since = performance.now();
    least = Math.min(least, memory);
  }
  return least;
}
