import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";
import { givenField } from "./given";

describe("the demo keep-repeating-video", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("shows a recording of the webcam ten times, in one timeline", async () => {
    const demo = await open(browser, "/demos/keep-repeating-video", { patience: 60_000 });
    const clip = givenField(demo, "clip");
    await clip.press("Webcam");
    await clip.says("The webcam is on");
    await clip.press("Record");
    await clip.field.locator("[data-elapsed]", { hasText: "0:01" }).waitFor();
    await clip.press("Stop recording");
    await clip.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    await demo.page.locator("[data-player=ended]").waitFor();
    const { ranges, end, time } = await demo.page
      .locator('[data-output="repeated"] video')
      .evaluate((video: HTMLVideoElement) => ({
        ranges: video.buffered.length,
        end: video.buffered.length > 0 ? video.buffered.end(0) : 0,
        time: video.currentTime,
      }));
    expect(ranges).toBe(1);
    expect(end).toBeGreaterThan(10);
    expect(time).toBeCloseTo(end, 0);
  });
});
