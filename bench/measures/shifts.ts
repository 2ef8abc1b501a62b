import type { Page } from "playwright-core";

/** Adds up how far things are moved, in answer to a click too: all that comes is asked for by one. */
export async function watchAllShifts(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const seen = { sum: 0 };
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries)
        seen.sum += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift" });
    return {
      sum() {
        add(observer.takeRecords());
        return seen.sum;
      },
    };
  });
  return () => watch.evaluate((watch) => watch.sum());
}
