import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { axeFindings } from "./axe-findings";
import { finish, open } from "./demo-page";
import { statusOf } from "./query";
import { watchShifts } from "./streaming-watch";

interface ColumnShows {
  /** The instant that it stands at; empty: the newest. */
  instant: string;
  /** Which yield each of its outputs is of. */
  yields: number[];
}

/** What the columns of two runs of `looked-back` show, read in one go. */
function columnsOf(page: Page): Promise<ColumnShows[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-column]")].map((column) => {
      const output = (name: string) =>
        column.querySelector(`[data-output=${name}] > div:last-child`)?.textContent?.trim() ?? "";
      const size = /(\d+) × 16/.exec(column.textContent ?? "")?.[1];
      const words = output("words");
      return {
        instant: column.dataset.instant ?? "",
        yields: [
          size ? Number(size) - 16 : 0,
          Number(output("count")) || 0,
          words === "" ? 0 : words.split(" ").length,
        ],
      };
    }),
  );
}

/** Waits until every output of every column is of one yield and all columns stand at one instant. */
async function together(page: Page): Promise<{ instant: string; yields: number[] }> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>("[data-column]")].every((column) => {
      const size = Number(/(\d+) × 16/.exec(column.textContent ?? "")?.[1] ?? 16) - 16;
      const count = column.querySelector("[data-output=count] > div:last-child")?.textContent;
      return size === (Number(count) || 0);
    }),
  );
  const columns = await columnsOf(page);
  expect(new Set(columns.map(({ instant }) => instant)).size).toBe(1);
  for (const { yields } of columns) expect(new Set(yields).size).toBe(1);
  return {
    instant: columns[0]?.instant ?? "",
    yields: columns.map(({ yields }) => yields[0] ?? -1),
  };
}

describe("runs side by side", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function isClean(page: Page): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
  }
  const input = (page: Page, column: string, name: string): Locator =>
    page.locator(`[data-column=${column}] [data-input=${name}]`);

  it("are ticked in the history, scrubbed together by keys, handed on, and wiped", async () => {
    const demo = await open(browser, "/demos/looked-back", {
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = demo;
    const longer = await finish(demo, "Steps", "7");
    const shorter = await finish(demo, "Steps", "4");
    await page.getByRole("button", { name: "Compare", exact: true }).press("Enter");
    // The run on show is ticked already.
    await page.getByRole("checkbox", { name: /^Compare: Steps 4/, checked: true }).waitFor();
    await page.getByText("Tick one more.").waitFor();
    await page.getByRole("checkbox", { name: /^Compare: Steps 7/ }).press("Space");
    const ways = page.getByRole("link", { name: "Compare 2 runs" });
    expect(await ways.getAttribute("href")).toBe(`/compare?run=${longer}&run=${shorter}`);
    await isClean(page);
    await ways.press("Enter");

    const bar = page.getByRole("slider", { name: "Timeline" });
    await bar.waitFor();
    await page.getByRole("heading", { name: "Compare Looked back at" }).waitFor();
    expect(await input(page, "A", "steps").textContent()).toBe("Steps (differs)7");
    expect(await input(page, "B", "steps").textContent()).toBe("Steps (differs)4");
    expect(await input(page, "B", "pause").textContent()).toBe("Pause60");
    const weight = (of: Locator) =>
      of.locator("dd").evaluate((value) => getComputedStyle(value).fontWeight);
    expect(await weight(input(page, "A", "steps"))).toBe("700");
    expect(await weight(input(page, "A", "pause"))).toBe("400");
    expect((await together(page)).yields).toEqual([7, 4]);

    const shifted = await watchShifts(page);
    await bar.press("Home");
    await page.locator("[data-column=A][data-instant]").waitFor();
    expect(await together(page)).toEqual({ instant: "0", yields: [0, 0] });
    let before = await together(page);
    for (let key = 0; key < 12; key++) {
      await bar.press("ArrowRight");
      await page.waitForFunction(
        (last) => document.querySelector<HTMLElement>("[data-column]")?.dataset.instant !== last,
        before.instant,
      );
      const now = await together(page);
      // Behind the last yield of all is the newest.
      if (now.instant === "") break;
      expect(Number(now.instant)).toBeGreaterThan(Number(before.instant));
      const sum = (of: number[]) => of.reduce((all, each) => all + each, 0);
      expect(sum(now.yields)).toBeGreaterThan(sum(before.yields));
      before = now;
    }
    expect(before.yields).toEqual([7, 4]);
    expect((await together(page)).instant).toBe("");
    await bar.press("ArrowLeft");
    await page.locator("[data-column=A][data-instant]").waitFor();
    const looked = await together(page);
    expect(looked.yields).toEqual([6, 4]);
    expect(await bar.getAttribute("aria-valuetext")).toMatch(
      /^0\.\d s of 0\.\d s, A: yield 6 of 7, B: yield 4 of 4$/,
    );
    await page.getByRole("button", { name: "Copy link" }).press("Enter");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    await bar.press("Space");
    await page.getByRole("button", { name: "Replay", exact: true }).waitFor();
    expect(await shifted()).toBe(0);

    await page.goto(link);
    await page.locator("[data-column=A][data-instant]").waitFor();
    expect(await together(page)).toEqual(looked);

    await page.getByRole("button", { name: "Wipe" }).press("Enter");
    const wipe = page.getByRole("slider", {
      name: "Wipe Picture from run A at the left to run B at the right",
    });
    await wipe.press("Home");
    expect(await wipe.getAttribute("aria-valuetext")).toBe("0 % of run A");
    await wipe.press("ArrowRight");
    await wipe.press("ArrowRight");
    expect(await wipe.getAttribute("aria-valuetext")).toBe("2 % of run A");
    const box = await wipe.boundingBox();
    if (!box) throw new Error("The wipe has no room");
    const y = box.y + box.height / 3;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, y, { steps: 4 });
    await page.mouse.up();
    expect(Number(await wipe.inputValue())).toBeCloseTo(75, -0.5);
    const clipped = await page
      .getByRole("img", { name: "Picture of run A" })
      .evaluate((image) => getComputedStyle(image).clipPath);
    expect(clipped).toMatch(/^inset\(0px calc\(100% - 7\d%\) 0px 0px\)|^inset\(0px 2\d% 0px 0px\)/);
    await page.getByRole("img", { name: "Picture of run B" }).waitFor();
    // There it takes the place of both.
    expect(await page.locator("[data-column] [data-output=picture]").count()).toBe(0);

    await isClean(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFindings(page)).toEqual([]);
    const widths = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(widths[0]).toBe(widths[1]);
  });

  it("may go on, be of other demos, or be gone: each is said, and the others are shown", async () => {
    const demo = await open(browser, "/demos/drip", { reducedMotion: "reduce" });
    const { page } = demo;
    const first = await finish(demo, "Total", "3");
    const go = (path: string) => page.goto(new URL(path, page.url()).href);
    await go(`/demos/drip?from=${first}`);
    await page.getByText("Forked from").waitFor();
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 5 ");
    const second = await demo.runId();
    await page.getByRole("link", { name: "compare with it" }).click();

    const count = (column: string) =>
      page.locator(`[data-column=${column}] [data-output=index] > div:last-child`);
    await count("B")
      .filter({ hasText: /^\d{2}/ })
      .waitFor();
    expect(await count("A").textContent()).toBe("2");
    // It is watched here; whoever has started it may stop it on its own page.
    expect(await page.getByRole("button", { name: /^Stop/ }).count()).toBe(0);
    await page.keyboard.press("Escape");
    const bar = page.getByRole("slider", { name: "Timeline" });
    await bar.press("Home");
    await page.locator("[data-column=B][data-instant]").waitFor();
    // At most a few yields of the other run came before its first.
    for (let key = 0; key < 6 && (await count("B").textContent()) !== "0"; key++) {
      const place = await page.locator("[data-column=A] [data-place]").textContent();
      await bar.press("ArrowRight");
      await page.waitForFunction((was) => {
        const now = document.querySelector("[data-column=A] [data-place]")?.textContent;
        const other = document.querySelector("[data-column=B] [data-place]")?.textContent;
        return now !== was || other?.startsWith("yield 1 ");
      }, place);
    }
    expect(await count("B").textContent()).toBe("0");
    await page.getByRole("button", { name: "Live" }).press("Enter");
    const now = Number(await count("B").textContent());
    await page.waitForFunction(
      (past) =>
        Number(
          document.querySelector("[data-column=B] [data-output=index] > div:last-child")
            ?.textContent,
        ) > past,
      now,
    );
    expect(await statusOf(second)).toBe("RUNNING");
    await isClean(page);

    await go(`/runs/${second}`);
    expect(await page.getByRole("link", { name: "compare with it" }).getAttribute("href")).toBe(
      `/compare?run=${first}&run=${second}`,
    );
    await page.getByRole("button", { name: "Stop" }).click();
    await demo.reaches("cancelled");

    await go("/demos/count-up");
    const other = await finish(demo, "To", "2");
    await go(`/compare?run=${first}&run=gone-by-now&run=${other}&run=${first}`);
    const note = page.getByRole("note");
    await note.getByText(/^The run “gone-by-now” is no longer kept, or there was none/).waitFor();
    await note.getByText(`The run “${first}” is named twice in the address`).waitFor();
    await page.locator("[data-column=A]").getByRole("link", { name: "Drip" }).waitFor();
    await page.locator("[data-column=B]").getByRole("link", { name: "Count up" }).waitFor();
    await page.locator("[data-column=B] [data-output=count]").filter({ hasText: /1$/ }).waitFor();
    await isClean(page);
    await note.getByRole("link", { name: "Compare without it" }).click();
    await page.waitForURL(`**/compare?run=${first}&run=${other}`);
    await go("/compare?run=gone-by-now");
    await page.getByRole("heading", { name: "Nothing to compare" }).waitFor();
    await page.getByText("The run “gone-by-now” is no longer kept").waitFor();
  });
});
