import type { Locator } from "playwright-core";
import type { DemoPage } from "./demo-page";

/** The runs that a demo's page remembers. */
export interface PastRuns {
  rows: Locator;
  /** The button that opens a run. */
  opens(name: string | RegExp): Locator;
  /** Waits until the rows, from the newest on, say so. */
  say(...words: (string | RegExp)[]): Promise<void>;
  current: Locator;
}

export function pastRuns({ page }: DemoPage): PastRuns {
  const rows = page.locator("[data-run]");
  return {
    rows,
    opens: (name) => rows.getByRole("button", { name }).and(page.locator(":not([data-remove])")),
    async say(...words) {
      for (const [at, word] of words.entries()) {
        await rows.nth(at).filter({ hasText: word }).waitFor();
      }
      await page.waitForFunction(
        (count) => document.querySelectorAll("[data-run]").length === count,
        words.length,
      );
    },
    current: page.locator("[data-run] [aria-current]"),
  };
}
