import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type axe from "axe-core";
import type { Download, Locator, Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { type DemoPage, open } from "./demo-page";
import { expectAnswering, watchMainThread } from "./main-thread";
import { watchPlaces, watchShifts } from "./streaming-watch";

declare global {
  interface Window {
    axe: typeof axe;
    hacked?: unknown;
  }
}

const axeSource = readFileSync(
  createRequire(path.join(process.cwd(), "package.json")).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** What axe finds, in both themes. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const here = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
      );
    });
    found.push(...here.map((finding) => `${colorScheme}: ${finding}`));
  }
  return found;
}

const table = ({ output }: DemoPage, name: string) => output(name).getByRole("table");
/** The texts of the cells in view, row by row. */
const cellsOf = (shown: Locator) =>
  shown
    .getByRole("row")
    .filter({ has: shown.page().getByRole("cell") })
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("[role=cell]")].map((cell) => cell.textContent)),
    );
const textOf = async (download: Download) => readFileSync(await download.path(), "utf8");
const drawn = ({ output }: DemoPage, name: string) => output(name).locator("[data-drawn]");

/** How many colours a plot shows. */
const coloursOf = (canvas: Locator) =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const data = element.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4) {
      colours.add(((data[at] ?? 0) << 16) + ((data[at + 1] ?? 0) << 8) + (data[at + 2] ?? 0));
    }
    return colours.size;
  });

/** Waits until the ink of a plot reaches from near the left of its room to near the right. */
async function plotFits(page: Page, name: string): Promise<void> {
  await page.waitForFunction((output) => {
    const canvases = document.querySelectorAll<HTMLCanvasElement>(`[data-output=${output}] canvas`);
    const [canvas] = canvases;
    const room = canvas?.closest("[aria-hidden]")?.clientWidth ?? 0;
    const context = canvas?.getContext("2d");
    if (!canvas || !context || canvases.length > 1) return false;
    if (Math.abs(canvas.clientWidth - room) > 2) return false;
    // What is drawn in the legend's and the axes' colours is grey; the lines are not.
    const { width, height } = canvas;
    const { data } = context.getImageData(0, 0, width, height);
    let right = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, , blue = 0] = data.subarray(at, at + 3);
      if (Math.abs(red - blue) > 60) right = Math.max(right, (at / 4) % width);
    }
    return right > width * 0.9;
  }, name);
}

describe("label, table, plot and gallery", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("are shown in their rooms, move nothing, and leave axe nothing to find", async () => {
    const demo = await open(browser, "/demos/every-visual");
    const { page } = demo;
    const places = await watchPlaces(page);
    const shifted = await watchShifts(page);
    await demo.run.click();
    await demo.reaches("done");
    await drawn(demo, "loss").and(page.locator('[data-drawn="0/1"], [data-drawn="2/1"]')).waitFor();
    expect(await shifted()).toBe(0);
    expect(await places()).toHaveLength(1);

    const classes = demo.output("animal").getByRole("list").getByRole("listitem");
    expect(await classes.allTextContents()).toEqual(["dog, 75.0 %", "cat, 75.0 %"]);
    expect(await cellsOf(table(demo, "people"))).toEqual([["Grace"]]);
    expect(await cellsOf(table(demo, "epochs"))).toEqual([
      ["1", "1970-01-01 00:00:00", "begun"],
      ["2", "2026-11-21", "true"],
    ]);
    expect(await findings(page)).toEqual([]);
  });

  it("a gallery opens a picture by keyboard, goes on with arrows and back with Esc", async () => {
    const demo = await open(browser, "/demos/every-visual");
    const { page } = demo;
    await demo.run.click();
    await demo.reaches("done");
    const pictures = demo.output("steps").getByRole("button");
    expect(await pictures.count()).toBe(2);
    await pictures.first().focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 of 2").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("ArrowRight");
    await dialog.getByText("2 of 2").waitFor();
    await dialog.getByRole("heading", { name: "White" }).waitFor();
    const image = dialog.getByRole("img");
    expect(
      await image.evaluate((shown: HTMLImageElement) =>
        shown.decode().then(() => shown.naturalWidth),
      ),
    ).toBe(4);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^steps-2/);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await pictures.nth(1).evaluate((button) => button === document.activeElement)).toBe(
      true,
    );
  });

  it("a table of 100,000 rows and a plot of as many grow on without blocking the page for 50 ms", async () => {
    const { demo, scroller } = await inTime(async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/e2e-rows");
      await demo.run.click();
      await demo.output("rows").getByRole("table").waitFor();
      await drawn(demo, "wave").waitFor();
      const end = await watchMainThread(demo.page);
      const scroller = demo.output("rows").getByRole("region", { name: "Rows" }).first();
      await scroller.focus();
      for (let at = 0; at < 20; at++) await demo.page.keyboard.press("PageDown");
      await demo.reaches("done");
      return { demo, scroller, longestTask: await end() };
    }, expectAnswering);
    const { page } = demo;
    const shown = table(demo, "rows");
    expect(await shown.getAttribute("aria-rowcount")).toBe("100241");
    expect(await page.getByText("100,240 rows").count()).toBeGreaterThan(0);
    expect(await page.getByText(/^Wave · 1 in \d+ of 100,240 rows drawn$/).count()).toBe(1);
    // Only what is in sight is in the page.
    expect(await shown.getByRole("row").count()).toBeLessThan(60);

    await scroller.focus();
    await page.keyboard.press("End");
    await shown.getByText("100239", { exact: true }).waitFor();
    // Sorted by keyboard: downwards, the largest share is on top.
    const header = shown.getByRole("columnheader", { name: "share" });
    await header.getByRole("button").press("Enter");
    await header.getByRole("button").press("Enter");
    await header.and(page.locator("[aria-sort=descending]")).waitFor();
    await scroller.press("Home");
    await shown.getByRole("cell", { name: "0.999" }).first().waitFor();
    expect((await cellsOf(shown))[0]?.[2]).toBe("0.999");
    expect(await coloursOf(demo.output("wave").locator("canvas"))).toBeGreaterThan(10);
    await plotFits(page, "wave");
    await page.setViewportSize({ width: 600, height: 900 });
    await plotFits(page, "wave");
  });

  it("what is hostile does nothing, in 10,000 classes, in cells and in what they are downloaded as", async () => {
    const demo = await open(browser, "/demos/hostile-visual");
    const { page } = demo;
    await demo.run.click();
    await demo.reaches("done");
    const classes = demo.output("classes").getByRole("list").getByRole("listitem");
    expect(await classes.allTextContents()).toEqual([
      "<b onclick=x>bold</b>, 50.0 %",
      expect.stringMatching(/abc.*, 25\.0 %$/),
      expect.stringMatching(/^a.*b, 12\.5 %$/),
      expect.stringMatching(/^class 9999, 0\.0 %$/),
      expect.stringMatching(/^9,999 more, \d+\.\d %$/),
    ]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("cells.csv");
    const lines = (await textOf(download)).split("\r\n");
    expect(lines.slice(0, 6)).toEqual([
      "\ufeffnumber,text",
      `0,"'=1+1"`,
      `-1,"'+1"`,
      `-2,"'-1"`,
      `-3,"'@SUM(A1)"`,
      `-4,"'\tx"`,
    ]);
    expect(lines.some((line) => line.endsWith("x".repeat(100_000)))).toBe(true);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  });

  it.each(["expression", "getter", "link", "endless", "broken"])(
    "a plot whose spec is hostile reaches nothing: %s",
    async (spec) => {
      const asked: string[] = [];
      const demo = await open(browser, "/demos/hostile-visual", {
        before: (page) => void page.on("request", (request) => asked.push(request.url())),
      });
      const { page } = demo;
      await page.evaluate(() => {
        const target = document.createElement("input");
        target.id = "yieldcast-target";
        document.body.append(target);
      });
      await demo.field("Spec").click();
      await page.getByRole("option", { name: spec }).click();
      await demo.run.click();
      await demo.reaches("done");
      const figure = demo.output("drawn");
      await figure.locator("[data-drawn], p").first().waitFor();
      if (spec === "link") {
        await figure.locator("canvas").click({ position: { x: 60, y: 100 } });
      }
      if (spec === "broken" || spec === "endless") {
        const words = await figure.locator("p").textContent();
        expect(words).toMatch(/^This plot cannot be drawn: /);
        if (spec === "endless") expect(words).toContain("pad makes at most 100,000");
      }
      expect(await page.evaluate(() => window.hacked)).toBeUndefined();
      expect(asked.filter((url) => url.includes("evil"))).toEqual([]);
      expect(new URL(page.url()).pathname).toBe("/demos/hostile-visual");
      // Vega says what it has refused.
      for (const fault of browser.takeFaults()) expect(fault).toMatch(/Prevented interpretation/);
    },
  );

  it("a plot takes its colours from the theme, and another when it changes", async () => {
    const demo = await open(browser, "/demos/every-visual", { colorScheme: "light" });
    const { page } = demo;
    await demo.run.click();
    await demo.reaches("done");
    await drawn(demo, "loss").waitFor();
    const ground = () =>
      demo
        .output("loss")
        .locator("canvas")
        .last()
        .evaluate((canvas: HTMLCanvasElement) => [
          ...(canvas.getContext("2d")?.getImageData(1, 1, 1, 1).data ?? []),
        ]);
    expect(await ground()).toEqual([243, 241, 237, 255]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => {
      const [canvas, ...more] = document.querySelectorAll<HTMLCanvasElement>(
        "[data-output=loss] canvas",
      );
      return more.length === 0 && canvas?.getContext("2d")?.getImageData(1, 1, 1, 1).data[0] === 31;
    });
  });
});
