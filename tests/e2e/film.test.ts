import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { quietStretches, takeShown, watchFilm } from "./film-watch";
import { type Heard, listen } from "./heard";

describe("a film that streams", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("is one timeline through all joins, with its sound, over a change of size", async () => {
    await inTime(playFilm, ({ shown: { frames, gaps }, silences }) => {
      expect(gaps).toBe(0);
      expect(frames.length).toBeGreaterThan(50);
      // Three films with sound, one without, one with.
      expect(silences).toHaveLength(1);
      expect(silences[0]?.length).toBeGreaterThan(40_000);
      expect(Math.abs((silences[0]?.from ?? 0) - 3 * 48_000)).toBeLessThan(3000);
    });
  });

  async function playFilm() {
    let heard: Heard | undefined;
    await browser.closePages();
    const demo = await open(browser, "/demos/play-film", {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, 48_000);
      },
    });
    await watchFilm(demo.page);
    await demo.run.click();
    await demo.page.locator("[data-player=ended]").waitFor();
    const shown = await takeShown(demo.page);
    const { frames, steps, ranges, time, decoded } = shown;
    expect(decoded).toBeGreaterThan(100);
    expect(steps[0]).toBeGreaterThan(0);
    expect(new Set(frames.map(({ width }) => width))).toEqual(new Set([160, 320]));
    expect(ranges).toHaveLength(1);
    expect(ranges[0]?.[0]).toBeCloseTo(0, 1);
    expect(ranges[0]?.[1]).toBeCloseTo(5, 1);
    expect(time).toBeCloseTo(5, 1);
    const samples = (await heard?.samples()) ?? new Float32Array();
    return { shown, silences: quietStretches(samples, 48) };
  }

  it("is sought, paused and run again", async () => {
    const demo = await open(browser, "/demos/play-film");
    await demo.field("Pause").fill("0");
    await demo.run.click();
    await demo.page.locator("[data-player=playing]").waitFor();
    await demo.reaches("done");
    const position = demo.page.getByRole("slider", { name: "Position" });
    await position.focus();
    await demo.page.keyboard.press("Space");
    await demo.page.locator("[data-player=paused]").waitFor();
    await demo.page.keyboard.press("ArrowLeft");
    const time = () => demo.page.evaluate(() => document.querySelector("video")?.currentTime);
    expect(await time()).toBeLessThan(0.1);
    await demo.page.keyboard.press("Space");
    await demo.page.locator("[data-player=ended]").waitFor();
    await demo.run.click();
    await demo.page.locator("[data-player=playing]").waitFor();
    await demo.page.locator("[data-player=ended]").waitFor();
    expect(await time()).toBeCloseTo(5, 1);
  });

  it("stands at the instant that is looked at, and follows a replay at twice its speed", async () => {
    const demo = await open(browser, "/demos/play-film");
    const { page } = demo;
    await demo.run.click();
    await page.locator("[data-player=ended]").waitFor();
    const bar = page.getByRole("slider", { name: "Timeline" });
    const followed = () =>
      page.evaluate(() => {
        const video = document.querySelector("video");
        const shown = document.querySelector<HTMLElement>("[data-carried], [data-instant]:not(p)");
        return {
          at: Number(shown?.dataset.instant),
          seconds: video?.currentTime ?? -1,
          rate: video?.playbackRate,
          paused: video?.paused,
        };
      });
    await bar.press("Home");
    await eventually(followed, ({ at, seconds }) => at === 0 && seconds < 0.05);
    // Its first second was seen from when that came on.
    await bar.press("ArrowRight");
    const first = await eventually(followed, ({ at, seconds }) => at > 0 && seconds < 0.05);
    for (const press of [1, 2]) {
      await bar.press("ArrowRight");
      const since = (at: number) => (at - first.at) / 1000;
      const then = await eventually(
        followed,
        ({ at, seconds }) => since(at) > press * 0.5 && Math.abs(seconds - since(at)) < 0.06,
      );
      expect(then.paused).toBe(true);
    }
    await page.getByRole("button", { name: "2×" }).press("Enter");
    await bar.press("Space");
    const later = await eventually(followed, ({ seconds, paused }) => !paused && seconds > 2);
    expect(later.rate).toBe(2);
    expect(Math.abs(later.seconds - (later.at - first.at) / 1000)).toBeLessThan(1);
    await bar.press("Space");
    const stopped = await eventually(
      followed,
      ({ at, seconds, paused }) =>
        paused === true && Math.abs(seconds - (at - first.at) / 1000) < 0.06,
    );
    expect(stopped.rate).toBe(1);
  });
});
