import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { takeShown, watchFilm } from "./film-watch";
import { givenField } from "./given";
import { type Heard, listen } from "./heard";

const rate = 48_000;

describe("the demo keep-repeating-video", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("shows a recording of the webcam ten times, in one timeline, with its sound", async () => {
    await inTime(repeat, ({ shown: { frames, gaps }, end, beeps }) => {
      expect(gaps).toBe(0);
      expect(frames.length).toBeGreaterThan(50);
      // The fake microphone beeps in each time that it is shown, twice a second, but for what is cut
      // off at a join.
      expect(beeps.length).toBeGreaterThanOrEqual(2 * Math.floor(end) - 10);
      // The sound of such a clip is shorter than its picture, which must not add up.
      const ninth = (beeps[0] ?? 0) + 0.9 * end * rate;
      const beside = Math.min(...beeps.map((beep) => Math.abs(beep - ninth)));
      expect(beside).toBeLessThan(0.03 * rate);
    });
  });

  /** Records the webcam, and has it shown ten times. */
  async function repeat() {
    let heard: Heard | undefined;
    await browser.closePages();
    const demo = await open(browser, "/demos/keep-repeating-video", {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, rate);
      },
    });
    const clip = givenField(demo, "clip");
    await clip.press("Webcam");
    await clip.says("The webcam is on");
    await clip.press("Record");
    await clip.field.locator("[data-elapsed]", { hasText: /^\s*0:0[1-9]/ }).waitFor();
    await clip.press("Stop recording");
    await clip.says(/uploaded/);
    await watchFilm(demo.page);
    await demo.run.click();
    await demo.reaches("done");
    await demo.page.locator("[data-player=ended]").waitFor();
    const shown = await takeShown(demo.page);
    const { steps, ranges, time, decoded } = shown;
    expect(decoded).toBeGreaterThan(100);
    const end = ranges[0]?.[1] ?? 0;
    expect(ranges).toHaveLength(1);
    expect(end).toBeGreaterThan(10);
    expect(time).toBeCloseTo(end, 0);
    expect(steps[0]).toBeGreaterThan(0);
    const samples = (await heard?.samples()) ?? new Float32Array();
    return { shown, end, beeps: loudStretches(samples, rate / 10) };
  }
});

/** Where it becomes loud after it was silent for some samples. */
function loudStretches(samples: Float32Array, silence: number): number[] {
  const stretches: number[] = [];
  let loudAt = Number.NEGATIVE_INFINITY;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 0.02) return;
    if (at - loudAt > silence) stretches.push(at);
    loudAt = at;
  });
  return stretches;
}
