import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";
import { listen } from "./heard";

declare global {
  interface Window {
    shownFrames: { time: number; width: number }[];
  }
}

/** Records each frame that is shown, and sends the sound through the page's audio. */
async function watchFilm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await window.tapped;
    const video = document.querySelector("video");
    if (!video) throw new Error("There is no video");
    window.shownFrames = [];
    const next: VideoFrameRequestCallback = (_now, { mediaTime, width }) => {
      window.shownFrames.push({ time: mediaTime, width });
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
    const { loudspeaker } = window;
    loudspeaker.createMediaElementSource(video).connect(loudspeaker.destination);
    // It would not be heard, nor go on, before somebody has pressed something.
    addEventListener("click", () => void loudspeaker.resume());
  });
}

describe("a film that streams", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("is one timeline through all joins, with sound, over a change of size", async () => {
    const demo = await open(browser, "/demos/play-film", {
      bypassCSP: true,
      before: async (page) => {
        await listen(page, 48_000);
      },
    });
    await watchFilm(demo.page);
    await demo.run.click();
    await demo.page.locator("[data-player=ended]").waitFor();
    const { frames, ranges, time, gaps } = await demo.page.evaluate(() => {
      const video = document.querySelector("video");
      const { buffered, currentTime: time = 0 } = video ?? {};
      const ranges = Array.from({ length: buffered?.length ?? 0 }, (_, at) => [
        buffered?.start(at) ?? 0,
        buffered?.end(at) ?? 0,
      ]);
      const gaps = document.querySelector("[data-player]")?.getAttribute("data-gaps");
      return { frames: window.shownFrames, ranges, time, gaps };
    });
    expect(frames.length).toBeGreaterThan(100);
    const steps = frames.slice(1).map((frame, at) => frame.time - (frames[at]?.time ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(new Set(frames.map(({ width }) => width))).toEqual(new Set([160, 320]));
    expect(ranges).toHaveLength(1);
    expect(ranges[0]?.[0]).toBeCloseTo(0, 1);
    expect(ranges[0]?.[1]).toBeCloseTo(5, 1);
    expect(time).toBeCloseTo(5, 1);
    expect(gaps).toBe("0");
  });

  it("sounds through its joins", async () => {
    let heard: Awaited<ReturnType<typeof listen>> | undefined;
    const demo = await open(browser, "/demos/play-film", {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, 48_000);
      },
    });
    await watchFilm(demo.page);
    await demo.run.click();
    await demo.page.locator("[data-player=ended]").waitFor();
    const samples = (await heard?.samples()) ?? new Float32Array();
    // Three films with sound, one without, one with.
    const silences = quietStretches(samples, 48);
    expect(silences).toHaveLength(1);
    expect(silences[0]?.length).toBeGreaterThan(40_000);
    expect(Math.abs((silences[0]?.from ?? 0) - 3 * 48_000)).toBeLessThan(3000);
  });

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
});

/** Where it is silent for longer than some samples. */
function quietStretches(
  samples: Float32Array,
  longest: number,
): { from: number; length: number }[] {
  const stretches: { from: number; length: number }[] = [];
  let run = 0;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 0.002) {
      run++;
      return;
    }
    if (run > longest) stretches.push({ from: at - run, length: run });
    run = 0;
  });
  return stretches;
}
