import { setTimeout as delay } from "node:timers/promises";
import { processUsage } from "./process-usage";

/**
 * Waits until a process and its descendants hold no more than so many bytes.
 *
 * @param most how long to wait, in seconds
 * @returns what they hold then, in bytes, and the seconds until it was so
 */
export async function memoryBack(pid: number, bytes: number, most: number) {
  const began = performance.now();
  for (;;) {
    const { memory } = await processUsage(pid);
    const seconds = (performance.now() - began) / 1000;
    if (memory <= bytes || seconds > most) return { memory, seconds };
    await delay(250);
  }
}
