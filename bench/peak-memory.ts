import { setTimeout as delay } from "node:timers/promises";
import { processUsage } from "./process-usage";

/**
 * Looks at the memory of a process and its descendants while something is done.
 *
 * @returns the most bytes that were seen, and what was done
 */
export async function peakMemory<Result>(
  pid: number,
  work: Promise<Result>,
): Promise<{ peak: number; result: Result }> {
  let peak = 0;
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  // It is awaited below, once nobody looks any more.
  ended.catch(() => {});
  while (!over) {
    peak = Math.max(peak, (await processUsage(pid)).memory);
    await Promise.race([ended.catch(() => {}), delay(250)]);
  }
  return { peak: Math.max(peak, (await processUsage(pid)).memory), result: await ended };
}
