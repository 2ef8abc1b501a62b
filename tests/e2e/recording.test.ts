import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open, siteUrl } from "./demo-page";
import { createEmbeddingPage } from "./embedding-page";
import { facts, givenField } from "./given";

describe("recording", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("records the microphone as 16-bit WAV, plays it back, and gives it to the run", async () => {
    const record = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/give-sound");
      const clip = givenField(demo, "clip");
      await clip.press("Record");
      await clip.says("Recording");
      await clip.field.locator("[data-elapsed]", { hasText: /^\s*0:0[1-9]/ }).waitFor();
      // Chromium's fake microphone beeps once a second.
      await demo.page.waitForFunction(() => {
        const meter = document.querySelector<HTMLElement>("[data-level]");
        return Number(meter?.style.getPropertyValue("--level")) > 0.1;
      });
      await clip.press("Stop");
      await clip.says(/uploaded/);
      const heard = await clip.field.locator("audio").evaluate(async (audio: HTMLAudioElement) => {
        audio.muted = true;
        await audio.play();
        return audio.duration;
      });
      await demo.run.click();
      await demo.reaches("done");
      const got = await facts(demo, "got");
      expect(got).toMatchObject({ name: "recording.wav", mimeType: "audio/wav", bits: 16 });
      expect(got.duration).toBeCloseTo(heard, 2);
      expect(got.rms).toBeGreaterThan(0.01);
      return got;
    };
    // A microphone whose samples come late gives less than its second.
    await inTime(record, ({ duration }) => expect(duration).toBeGreaterThan(1));
  });

  it("stops by itself at the longest that is taken", async () => {
    const demo = await open(browser, "/demos/give-sound");
    const clip = givenField(demo, "clip");
    await clip.press("Record");
    await clip.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    expect((await facts(demo, "got")).duration).toBeCloseTo(3, 3);
  });

  it("ends the recording where Run is pressed meanwhile, and runs with it", async () => {
    const record = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/give-sound");
      const clip = givenField(demo, "clip");
      await clip.press("Record");
      await clip.field.locator("[data-elapsed]", { hasText: /^\s*0:0[1-9]/ }).waitFor();
      await demo.run.click();
      await demo.reaches("done");
      return facts(demo, "got");
    };
    await inTime(record, ({ duration }) => expect(duration).toBeGreaterThan(1));
  });

  it("records the webcam as MP4 with sound", async () => {
    const record = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/give-video");
      const film = givenField(demo, "film");
      await film.press("Webcam");
      await film.says("The webcam is on");
      await film.press("Record");
      await film.field.locator("[data-elapsed]", { hasText: /^\s*0:0[1-9]/ }).waitFor();
      await film.press("Stop recording");
      await film.says(/uploaded/);
      await demo.run.click();
      await demo.reaches("done");
      const got = await facts(demo, "got");
      expect(got).toMatchObject({ mimeType: "video/mp4", width: 640, height: 480 });
      expect(got.channels).toBeGreaterThan(0);
      return got;
    };
    await inTime(record, ({ duration }) => expect(duration).toBeGreaterThan(0.9));
  });

  it("takes a picture with the webcam", async () => {
    const demo = await open(browser, "/demos/give-picture");
    const photo = givenField(demo, "photo");
    await photo.press("Webcam");
    await photo.says("The webcam is on");
    await demo.page.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0);
    await photo.press("Take the picture");
    await photo.says(/uploaded/);
    await photo.field.getByRole("img", { name: "Photo, as given" }).waitFor();
    await demo.run.click();
    await demo.reaches("done");
    expect(await facts(demo, "got")).toMatchObject({
      mimeType: "image/jpeg",
      width: 640,
      height: 480,
    });
  });

  it("needs the keyboard alone", async () => {
    const demo = await open(browser, "/demos/give-sound");
    const clip = givenField(demo, "clip");
    const { keyboard } = demo.page;
    await clip.field.getByRole("button", { name: "Record" }).focus();
    await keyboard.press("Enter");
    await clip.says("Recording");
    await clip.field.locator("[data-elapsed]", { hasText: /^\s*0:0[1-9]/ }).waitFor();
    await keyboard.press("Space");
    await clip.says(/uploaded/);
    await keyboard.press("Control+Enter");
    await demo.reaches("done");
  });

  it("says in an embed that its frame does not allow it", async () => {
    await using elsewhere = await createEmbeddingPage(`${siteUrl}/embed/give-sound`);
    const page = await browser.newPage();
    await page.goto(elsewhere.url);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Record" }).click();
    await frame.getByText(/its iframe needs allow="microphone; camera"/).waitFor();
    // Chromium says so itself, as well.
    browser.takeFaults();
  });
});

describe("recording where nobody has allowed it", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser({ without: ["--use-fake-ui-for-media-stream"] });
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it.each([
    ["give-sound", "clip", "Record", "microphone"],
    ["give-video", "film", "Webcam", "camera"],
  ])("says what to do, beside the field: %s", async (name, input, button, device) => {
    const demo = await open(browser, `/demos/${name}`, { permissions: [] });
    const field = givenField(demo, input);
    await field.press(button);
    await field.fault.waitFor();
    expect(await field.fault.textContent()).toBe(
      `The ${device} is not allowed here. Allow it in the browser's settings for this site, then press again.`,
    );
    expect(await field.field.getByRole("button", { name: button }).isEnabled()).toBe(true);
  });

  it.each([
    ["give-voice", "mic"],
    ["give-frames", "camera"],
  ])("starts no run that would be fed by it: %s", async (name, input) => {
    const demo = await open(browser, `/demos/${name}`, { permissions: [] });
    await demo.run.click();
    await givenField(demo, input).fault.filter({ hasText: "is not allowed here" }).waitFor();
    await demo.run.waitFor();
    await demo.reaches("idle");
  });
});
