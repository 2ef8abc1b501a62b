import { setTimeout as sleep } from "node:timers/promises";
import type { Size } from "../create-bench";
import { processUsage } from "../process-usage";

/**
 * Does some work, and then nothing for as long.
 *
 * @returns milliseconds of the server's processor time that the work took and doing nothing did not
 */
export async function besideIdle(
  { site, size }: { site: { pid: number }; size: Size },
  work: () => Promise<void>,
): Promise<number> {
  const before = await processUsage(site.pid);
  const began = performance.now();
  await work();
  const worked = performance.now() - began;
  const between = await processUsage(site.pid);
  const rest = size === "small" ? 100 : worked;
  await sleep(rest);
  const after = await processUsage(site.pid);
  const idle = ((after.cpu - between.cpu) / rest) * worked;
  return between.cpu - before.cpu - idle;
}
