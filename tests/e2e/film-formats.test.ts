import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { type DemoPage, open } from "./demo-page";
import { clicksOf, quietStretches, takeShown, watchFilm } from "./film-watch";
import { type Heard, listen } from "./heard";

const rate = 48_000;

describe("a film that streams", () => {
  let browser: TestBrowser;
  let demo: DemoPage;
  let heard: Heard;
  // One visit for all of them: to play takes as long as a film is.
  beforeAll(async () => {
    browser = await createBrowser();
    demo = await open(browser, "/demos/play-parts", {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, rate);
      },
    });
    await watchFilm(demo.page);
  });
  beforeEach(() => expect(browser.takeFaults()).toEqual([]));
  afterAll(async () => {
    await browser.closePages();
    await browser[Symbol.asyncDispose]();
  });

  async function play(as: string): Promise<void> {
    await demo.field("As").click();
    await demo.page.getByRole("option", { name: as, exact: true }).click();
    await demo.page.evaluate(() => {
      window.heard = [];
      window.shownFrames = [];
    });
    await demo.run.click();
    await demo.page.locator("[data-player=playing]").waitFor();
    await demo.page.locator("[data-player=ended]").waitFor();
  }

  it.each([
    ["MPEG-TS", 3, 0],
    ["cuts", 3, 0],
    ["slices", 3, 0],
    ["MP4 at 44.1 kHz", 3, 0],
    ["MP4 at 48 kHz", 3, 0],
    // The clip's last picture ends 1/3 ms after its sound, so the tone steps once.
    ["VP9", 4, 2],
    ["VP8", 4, 2],
  ])("is one timeline with sound through all joins: %s", async (as, seconds, odd) => {
    const shownOnce = async () => {
      await play(as);
      const { frames, steps, ranges, time, gaps, decoded } = await takeShown(demo.page);
      expect(decoded).toBeGreaterThan(seconds * 25);
      expect(steps[0]).toBeGreaterThan(0);
      expect(ranges).toHaveLength(1);
      expect(ranges[0]?.[0]).toBeCloseTo(0, 1);
      expect(ranges[0]?.[1]).toBeCloseTo(seconds, 1);
      expect(time).toBeCloseTo(seconds, 1);
      return { frames, gaps, samples: await heard.samples() };
    };
    await inTime(shownOnce, ({ frames, gaps, samples }) => {
      expect(gaps).toBe(0);
      expect(frames.length).toBeGreaterThan(seconds * 10);
      expect(Math.abs(samples.length - seconds * rate)).toBeLessThan(0.1 * rate);
      expect(quietStretches(samples, rate / 1000)).toEqual([]);
      const inner = samples.subarray(rate / 10, -rate / 10);
      expect(clicksOf(inner, 440, rate).length).toBeLessThanOrEqual(odd);
    });
  });

  it("takes over where its tracks change, and shows each of its seconds", async () => {
    const shownOnce = async () => {
      await play("tracks");
      const { frames, steps, time, gaps, decoded } = await takeShown(demo.page);
      expect(decoded).toBeGreaterThan(5 * 20);
      expect(steps[0]).toBeGreaterThan(0);
      expect(time).toBeCloseTo(5, 1);
      return { frames, gaps };
    };
    await inTime(shownOnce, ({ frames, gaps }) => {
      for (let second = 0; second < 5; second++) {
        const inIt = frames.filter(({ time }) => time >= second && time < second + 1);
        expect(inIt.length).toBeGreaterThan(5);
      }
      expect(gaps).toBe(0);
    });
    await demo.page.getByText("could not be loaded").waitFor({ state: "detached" });
  });
});
