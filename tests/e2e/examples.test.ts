import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import { ask } from "../contract/query";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { open } from "./demo-page";

declare global {
  interface Window {
    axe: typeof axe;
    /** What has moved by itself. */
    shifts: string[];
  }
}

const source = readFileSync(
  createRequire(path.join(process.cwd(), "package.json")).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** What axe finds in a theme, once all colours have become those of it. */
async function findingsIn(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => !(each instanceof CSSTransition)),
  );
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  });
}

/** Measured from before the first paint on. */
const measured = {
  async before(page: Page) {
    await page.addInitScript(() => {
      window.shifts = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { sources, hadRecentInput } = entry as PerformanceEntry & {
            sources: { node: Node | null }[];
            hadRecentInput: boolean;
          };
          // A slider's thumb goes where an example that was pressed says.
          if (hadRecentInput) continue;
          for (const { node } of sources) {
            const element = node instanceof Element ? node : node?.parentElement;
            window.shifts.push(element?.outerHTML.slice(0, 300) ?? "an element that is gone");
          }
        }
      });
      observer.observe({ type: "layout-shift", buffered: true });
    });
  },
};

// A site of its own: what its examples have yielded is known, and nobody else runs anything.
describeOwn("examples on the page", () => {
  let browser: TestBrowser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([
      createBrowser(),
      siteWith({ YIELDCAST_MAX_EXAMPLE_RUNS: "100" }),
    ]);
    await eventually(
      () =>
        ask<{ demo: { examples: { run: { status: string } | null }[] } }>(
          '{ demo(name: "tried") { examples { run { status } } } }',
          {},
          site.url,
        ),
      ({ demo }) => demo.examples.slice(0, 2).every(({ run }) => run?.status === "DONE"),
    );
  });
  afterEach(() => browser.closePages());
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });

  it("shows the first one before anything is run, fills the form, and runs anew, by keyboard", async () => {
    const demo = await open(browser, "/demos/tried", { at: site.url, ...measured });
    const { page } = demo;
    await demo.shows("said", "three 3");
    expect(await demo.status.textContent()).toBe("Example");
    expect(await demo.field("Words").inputValue()).toBe("three");
    for (const scheme of ["light", "dark"] as const) {
      expect(await findingsIn(page, scheme)).toEqual([]);
    }

    // Another one that was run is shown at once; the fields that it has changed are marked for a moment.
    const five = page.getByRole("button", { name: "Five steps" });
    await five.focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-filled]").first().waitFor();
    await demo.shows("said", "five 5");
    expect(await demo.field("Words").inputValue()).toBe("five");
    expect(await five.getAttribute("aria-pressed")).toBe("true");
    await page.locator("[data-filled]").first().waitFor({ state: "detached" });

    // One that has failed is shown to nobody, but its inputs may be tried.
    await page.getByRole("button", { name: "Too many" }).focus();
    await page.keyboard.press("Space");
    expect(await demo.field("Words").inputValue()).toBe("plain");
    await demo.shows("said", "five 5");
    await five.focus();
    await page.keyboard.press("Space");

    const example = await demo.runId();
    await demo.field("Words").fill("mine");
    await page.keyboard.press("Control+Enter");
    await demo.reaches("done");
    await demo.shows("said", "mine 5");
    expect(await demo.runId()).not.toBe(example);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);

    // The tab comes back to its own run, not to the example.
    await page.reload();
    await demo.shows("said", "mine 5");
    await demo.reaches("done");
  });

  it("shows the first one in an embed, too, until a run of its own has yielded something", async () => {
    const demo = await open(browser, "/embed/tried?words=mine", { at: site.url, ...measured });
    await demo.shows("said", "three 3");
    expect(await demo.status.textContent()).toBe("Example");
    expect(await demo.field("Words").inputValue()).toBe("mine");
    expect(await findingsIn(demo.page, "dark")).toEqual([]);
    await demo.run.click();
    await demo.reaches("done");
    await demo.shows("said", "mine 2");
    expect(await demo.page.evaluate(() => window.shifts)).toEqual([]);
    await demo.page.reload();
    await demo.shows("said", "mine 2");
    await demo.reaches("done");
  });

  it("gives a file that lies beside the demo: it is on show, needs no upload, and outlives a reload", async () => {
    const demo = await open(browser, "/demos/example-file", { at: site.url, ...measured });
    const { page } = demo;
    const photo = page.getByRole("img", { name: "Photo, as given" });
    const width = () => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await eventually(width, (pixels) => pixels === 96);
    await demo.shows("seen", "tiles.png of 96 × 64");
    await demo.run.click();
    await demo.reaches("done");
    await demo.shows("seen", "tiles.png of 96 × 64");
    await page.reload();
    await demo.reaches("done");
    await eventually(width, (pixels) => pixels === 96);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("button", { name: "tiles.png", exact: true }).click();
    await eventually(width, (pixels) => pixels === 96);
    for (const scheme of ["light", "dark"] as const) {
      expect(await findingsIn(page, scheme)).toEqual([]);
    }
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });

  it("shows the last frame of each on the cards, in both themes and on a phone", async () => {
    const { page } = await open(browser, "/", { at: site.url, ...measured });
    const card = page.getByRole("link", { name: /^Tried/ });
    await card.locator("[data-frame=words]").getByText("three 3").waitFor();
    for (const scheme of ["light", "dark"] as const) {
      expect(await findingsIn(page, scheme)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await page.setViewportSize({ width: 1280, height: 900 });
    // Runs of people are never on a card.
    const demo = await open(browser, "/demos/tried", { at: site.url });
    await demo.shows("said", "three 3");
    await demo.field("Words").fill("secret");
    await demo.run.click();
    await demo.reaches("done");
    await page.reload();
    await card.locator("[data-frame=words]").getByText("three 3").waitFor();
    expect(await page.getByText("secret").count()).toBe(0);
  });
});
