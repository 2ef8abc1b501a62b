import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { axeFindings } from "./axe-findings";
import { type DemoPage, open } from "./demo-page";
import { expectAnswering, watchMainThread } from "./main-thread";
import { recordText } from "./recording";
import { watchShifts } from "./streaming-watch";

interface TimelinePage {
  bar: Locator;
  words: Locator;
  film: Locator;
  live: Locator;
  /** Waits until the words of the instant are such. */
  says(words: RegExp): Promise<void>;
  /** Which yield every output of the fixture shows, each told in its own way. */
  shown(): Promise<number[]>;
  /** Waits until all outputs show the same yield. */
  settles(on: number): Promise<void>;
}

/**
 * Which yield the picture, the number, the words and the progress on the page are of, read in one go.
 *
 * @param on what the picture must be of; `undefined` comes back where it is not
 */
function yieldsShown(on: number | undefined): number[] | undefined {
  const output = (name: string) =>
    document.querySelector(`[data-output=${name}] > div:last-child`)?.textContent ?? "";
  const facts = document.querySelector("section[aria-label=Outputs]")?.textContent ?? "";
  const yields = [
    Number(/(\d+) × 16/.exec(facts)?.[1]) - 16,
    Number(output("count")),
    output("words").trim().split(" ").length,
    Number(/Step (\d+) of/.exec(facts)?.[1]),
  ];
  return on === undefined || yields[0] === on ? yields : undefined;
}

function timelineOf({ page }: DemoPage): TimelinePage {
  const words = page.locator("p[data-instant]");
  return {
    bar: page.getByRole("slider", { name: "Timeline" }),
    words,
    film: page.locator("[data-film] img"),
    live: page.getByRole("button", { name: "Live" }),
    shown: async () => (await page.evaluate(yieldsShown, undefined)) ?? [],
    async says(text) {
      await words.filter({ hasText: text }).waitFor();
    },
    async settles(on) {
      // The picture is decoded before it is shown, so it is the last to come.
      const read = await page.waitForFunction(yieldsShown, on);
      expect(await read.jsonValue()).toEqual([on, on, on, on]);
    },
  };
}

describe("the timeline of a run", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function start(steps: number, more: { [field: string]: string } = {}) {
    const demo = await open(browser, "/demos/looked-back", { reducedMotion: "reduce" });
    await demo.field("Steps").fill(`${steps}`);
    for (const [field, value] of Object.entries(more)) await demo.field(field).fill(value);
    const shifted = await watchShifts(demo.page);
    await demo.run.click();
    return { demo, time: timelineOf(demo), shifted };
  }

  it("is looked back at by keys while the run goes on, and Live returns to what has come since", async () => {
    const { demo, time, shifted } = await start(300, { Pause: "40" });
    await demo.shows("count", /^([4-9]\d|\d{3})$/);
    await time.bar.focus();
    expect(await time.bar.getAttribute("aria-valuetext")).toBe("Live");
    await time.bar.press("Home");
    await time.says(/ · yield 0 of/);
    await time.bar.press("ArrowRight");
    await time.settles(1);
    await time.bar.press("ArrowRight");
    await time.bar.press("ArrowRight");
    await time.settles(3);
    expect(await time.bar.getAttribute("aria-valuetext")).toMatch(
      /^0\.\d s of \d+\.\d s, yield 3 of \d+$/,
    );
    // Of the notices that came later nothing is said yet.
    expect(await demo.notices.textContent()).toBe("info: Step 3 begins.");
    await time.bar.press("Shift+ArrowRight");
    const later = Number(/yield (\d+)/.exec((await time.words.textContent()) ?? "")?.[1]);
    expect(later).toBeGreaterThan(3);
    await time.bar.press("ArrowLeft");
    await time.settles(later - 1);

    expect(await demo.status.getAttribute("data-phase")).toBe("running");
    await time.live.click();
    await demo.page.waitForFunction(
      (past) =>
        Number(document.querySelector("[data-output=count] > div:last-child")?.textContent) > past,
      later + 1,
    );
    expect(await time.live.getAttribute("aria-pressed")).toBe("true");
    // What came while somebody looked back is there as well, each of it.
    await time.bar.press("ArrowLeft");
    await time.says(/yield \d/);
    const place = Number(/yield (\d+)/.exec((await time.words.textContent()) ?? "")?.[1]);
    for (let at = place; at > place - 3; at--) {
      await time.settles(at);
      await time.bar.press("ArrowLeft");
    }
    await demo.page.keyboard.press("Escape");
    await demo.reaches("cancelled");
    await demo.page.locator("[data-mark=cancelled]").waitFor();
    expect(await shifted()).toBe(0);
  });

  it("shows small pictures and notices, and a finished run is played again, to its last picture", async () => {
    const { demo, time, shifted } = await start(7, { Rest: "2300" });
    await demo.reaches("done");
    await time.film.nth(6).waitFor();
    await demo.page.waitForFunction(() => {
      const images = [...document.querySelectorAll<HTMLImageElement>("[data-film] img")];
      return images.every((image) => image.complete && image.naturalWidth > 0);
    });
    expect(await shifted()).toBe(0);
    expect(await time.film.count()).toBe(7);
    expect(await time.film.first().getAttribute("src")).toMatch(/\.webp\?width=192/);
    await time.film.nth(2).click();
    await time.says(/yield 3 of 7/);
    await time.settles(3);

    expect(await demo.page.locator("[data-notice]").count()).toBe(2);
    await demo.page.locator("[data-notice]").last().hover();
    await demo.page.getByText("Step 5 begins.").waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await demo.page.emulateMedia({ colorScheme });
      expect(await axeFindings(demo.page)).toEqual([]);
    }
    await demo.page.mouse.move(0, 0);

    const address = () => demo.picture("picture").getAttribute("src");
    await time.bar.press("End");
    await time.settles(7);
    const last = await address();
    await demo.page.locator("[data-pause]").waitFor({ state: "attached" });
    await demo.page.getByRole("button", { name: "4×" }).click();
    const replay = async () => {
      const counts = await recordText(demo.output("count"));
      const began = performance.now();
      await time.bar.press("Space");
      await demo.page.getByRole("button", { name: "Pause the replay" }).waitFor();
      await demo.page.getByRole("button", { name: "Replay" }).waitFor();
      const took = performance.now() - began;
      await time.settles(7);
      expect(await address()).toBe(last);
      const seen = (await counts()).map(Number);
      // It is drawn once a frame: of yields 15 ms apart some may share one, but none comes twice.
      const played = seen.slice(1).filter((count) => count > 0);
      expect(played).toEqual([...new Set(played)].sort((one, two) => one - two));
      expect(played.at(-1)).toBe(7);
      return { took, played };
    };
    await inTime(replay, ({ took, played }) => {
      // Of about three seconds two were a pause; the rest is played four times as fast.
      expect(took).toBeLessThan(3000);
      expect(played.length).toBeGreaterThan(3);
    });

    const run = await demo.runId();
    const { page } = demo;
    const at = async (t: string) => {
      await page.goto(new URL(`/runs/${run}?t=${t}`, page.url()).href);
    };
    await at("0.15");
    await time.says(/^0\.15 s|^150 ms/);
    const shown = await time.shown();
    expect(new Set(shown).size).toBe(1);
    await page.reload();
    await time.settles(shown[0] ?? -1);
    await at("999");
    await time.says(/It has come to 2\.\d\d s|It has come to 3\.\d\d s/);
    await time.settles(7);
    await at("soon");
    await time.says(/“soon” is no time in seconds/);
  });

  it("begins where the log does, and says so", async () => {
    const demo = await open(browser, "/demos/keeps-two");
    await demo.run.click();
    await demo.reaches("done");
    const time = timelineOf(demo);
    await time.bar.press("Home");
    await time.says(/yield 8 of 10 · what came before is not kept one by one/);
    await demo.shows("words", /^0 1 2 3 4 5 6 7 $/);
    await time.bar.press("ArrowRight");
    await demo.shows("words", /^0 1 2 3 4 5 6 7 8 $/);
  });

  it("takes a sound along: to where it was, and heard again at its own speed, without loading it twice", async () => {
    const demo = await open(browser, "/demos/play-noise");
    const fetched: string[] = [];
    demo.page.on("request", (request) => {
      if (/\.wav$/.test(request.url())) fetched.push(request.url());
    });
    await demo.field("Count").fill("6");
    await demo.field("Pace").fill("1");
    await demo.run.click();
    await demo.page.locator("[data-player=ended]").waitFor();
    await demo.reaches("done");
    const time = timelineOf(demo);
    const position = () =>
      demo.page.getByRole("slider", { name: "Position" }).evaluate((element) => {
        return Number((element as HTMLInputElement).value);
      });
    await time.bar.press("Home");
    await time.bar.press("ArrowRight");
    await time.bar.press("ArrowRight");
    await time.bar.press("ArrowRight");
    await time.says(/yield 3 of 6/);
    await demo.page.locator("[data-player=paused]").waitFor();
    await demo.page.waitForFunction(() => {
      const slider = document.querySelector<HTMLInputElement>("[aria-label=Position]");
      return Math.abs(Number(slider?.value) - 0.5) < 0.15;
    });
    await time.bar.press("Space");
    await demo.page.locator("[data-player=playing]").waitFor();
    await demo.page.locator("[data-player=ended]").waitFor();
    expect(await position()).toBeCloseTo(1.5, 1);
    await demo.page.getByRole("button", { name: "Replay" }).waitFor();
    expect(fetched.length).toBe(new Set(fetched).size);
  });

  it("is scrubbed through 19,000 yields with nothing over 50 ms", async () => {
    const scrub = async () => {
      await browser.closePages();
      const { demo, time } = await start(19_000, { Pause: "0" });
      await demo.reaches("done");
      await time.bar.press("Home");
      await time.says(/yield \d/);
      await demo.shows("count", /^1$|^–$/);
      const box = await demo.page.locator("[data-bar]").boundingBox();
      if (!box) throw new Error("The bar has no room");
      const y = box.y + box.height / 2;
      await demo.page.mouse.move(box.x + 5, y);
      await demo.page.mouse.down();
      const longestTask = await watchMainThread(demo.page);
      await demo.page.mouse.move(box.x + box.width - 5, y, { steps: 40 });
      await demo.page.mouse.move(box.x + box.width / 2, y, { steps: 30 });
      await demo.page.mouse.up();
      await time.says(/yield [\d,]{4,}/);
      return { longestTask: await longestTask() };
    };
    await inTime(scrub, expectAnswering);
  });
});
