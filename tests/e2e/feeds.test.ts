import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { facts, givenField } from "./given";

/** Gives the page a microphone that hears a sine of 440 Hz, undisturbed by any processing. */
async function hearSine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext({ sampleRate: 16_000 });
      const sine = new OscillatorNode(context, { frequency: 440 });
      const end = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      sine.connect(end);
      sine.start();
      return end.stream;
    };
  });
}

describe("inputs that are fed", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("hands the microphone to the generator without a gap, until it is ended", async () => {
    const talk = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/give-voice", { before: hearSine });
      const mic = givenField(demo, "mic");
      await demo.run.click();
      await mic.says("Listening");
      await mic.field.locator("[data-elapsed]", { hasText: /0:0[2-9]/ }).waitFor();
      await mic.press("Stop talking");
      await demo.reaches("done");
      const heard = await facts(demo, "heard");
      expect(heard).toMatchObject({ holes: 0, ended: true });
      expect(heard.samples).toBeGreaterThan(32_000);
      expect(heard.rms).toBeGreaterThan(0.1);
      await mic.says("Ended");
      return heard;
    };
    // A missing sample of 440 Hz at full scale leaves a step of thousands: of the browser's own, too,
    // where its clock was late.
    await inTime(talk, ({ worst }) => expect(worst).toBeLessThan(100));
  });

  it("lets the microphone go when the run is stopped", async () => {
    const demo = await open(browser, "/demos/give-voice");
    const mic = givenField(demo, "mic");
    await demo.run.click();
    await mic.says("Listening");
    await demo.page.getByRole("button", { name: /^Stop esc|^Stop$/ }).click();
    await demo.reaches("cancelled");
    await mic.says("Ended");
  });

  it("ends the stream of a run that was begun before a reload, and says so", async () => {
    const demo = await open(browser, "/demos/give-voice");
    await demo.run.click();
    await givenField(demo, "mic").says("Listening");
    await demo.shows("heard", "samples");
    await demo.page.reload();
    await givenField(demo, "mic").says("The page was loaded again: its stream has ended.");
    await demo.reaches("done");
    expect(await facts(demo, "heard")).toMatchObject({ ended: true });
  });

  it("hands the webcam's pictures on as they come", async () => {
    const demo = await open(browser, "/demos/give-frames");
    const camera = givenField(demo, "camera");
    await demo.run.click();
    await camera.says("Sending pictures");
    await demo
      .output("seen")
      .filter({ hasText: /pictures: [5-9]/ })
      .waitFor();
    expect(await facts(demo, "seen")).toMatchObject({
      width: 320,
      height: 240,
      mimeType: "image/jpeg",
    });
    await camera.press("End the stream");
    await demo.reaches("done");
  });

  it("hands on each picture of a video file, with its place in it", async () => {
    const demo = await open(browser, "/demos/give-frames");
    const camera = givenField(demo, "camera");
    await camera.choose("tests/fixtures/media/part-0.mp4");
    await demo.run.click();
    await demo.reaches("done");
    // biome-ignore lint/performance/useDomNodeTextContent: its lines are what is read.
    const lines = (await demo.output("seen").innerText()).matchAll(/^\s*\d+: (\d+)$/gm);
    const times = [...lines].map(([, time]) => Number(time));
    expect(times).toEqual(times.map((_, at) => at * 200));
    expect(times.length).toBeGreaterThan(3);
  });

  it("tells the run how a control is moved, the newest last", async () => {
    const demo = await open(browser, "/demos/moving");
    await demo.run.click();
    await demo.shows("output", "tempo: 100");
    await demo.page.getByRole("slider", { name: "Tempo" }).focus();
    for (let press = 0; press < 20; press++) await demo.page.keyboard.press("ArrowRight");
    await demo.shows("output", "newest: 120");
    await demo.page.keyboard.press("Escape");
    await demo.reaches("cancelled");
  });
});
