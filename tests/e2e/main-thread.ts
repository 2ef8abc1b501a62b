import { expect } from "@jest/globals";
import type { Page } from "playwright-core";

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: as they passed, and as the thread was at work in them. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/**
 * Measures how long the page's main thread is at work without a pause, which is how long it answers to
 * nobody.
 *
 * What `PerformanceObserver` calls long tasks counts as well the time for which the machine gave the
 * processor to others: while the other tests run that is most of it, and says nothing about the page.
 *
 * @returns ends it, with the longest task in milliseconds
 */
export async function watchMainThread(page: Page): Promise<() => Promise<number>> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page belongs to no browser");
  await browser.startTracing(page, { categories: ["toplevel", "-*"] });
  return async () => {
    const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
    const threads = new Set<string>();
    let longest = 0;
    let tasks = 0;
    const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
    for (const event of trace.traceEvents) {
      const isMain = event.name === "thread_name" && event.args.name === "CrRendererMain";
      if (isMain) threads.add(threadOf(event));
    }
    for (const event of trace.traceEvents) {
      if (event.ph !== "X" || !threads.has(threadOf(event))) continue;
      tasks++;
      longest = Math.max(longest, (event.tdur ?? event.dur ?? 0) / 1000);
    }
    if (tasks === 0) throw new Error("Nothing was measured of the page's main thread");
    return longest;
  };
}

/**
 * That the page answers within 50 ms: for `inTime`, as what shares the processor's caches lets the same work
 * take half as long again.
 */
export function expectAnswering({ longestTask }: { longestTask: number }): void {
  expect(longestTask).toBeLessThanOrEqual(50);
}
