import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { givenField, sineWav } from "./given";
import { compare, type Heard, listen, noise } from "./heard";

const rate = 48_000;
const length = 0.6 * rate;

describe("the demo keep-repeating-audio", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("plays each sample of a chosen WAV file ten times", async () => {
    await inTime(repeat, (gaps) => expect(gaps).toBe(0));
  });

  /** Gives the file, and compares what is heard, sample by sample; the result is how often it was late. */
  async function repeat(): Promise<number> {
    let heard: Heard | undefined;
    await browser.closePages();
    const demo = await open(browser, "/demos/keep-repeating-audio", {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, rate);
      },
    });
    await demo.page.evaluate(() => window.tapped);
    const once = noise(1, length);
    const wav = sineWav({ sampleRate: rate, seconds: 0.6 });
    once.forEach((sample, at) => {
      wav.writeInt16LE(Math.round(sample * 32768), 44 + 2 * at);
    });
    const clip = givenField(demo, "clip");
    await clip.choose({ name: "noise.wav", mimeType: "audio/wav", buffer: wav });
    await clip.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    await demo.page.locator("[data-player=ended]").waitFor();
    const source = new Float32Array(10 * length);
    for (let time = 0; time < 10; time++) source.set(once, time * length);
    const samples = (await heard?.samples()) ?? new Float32Array();
    const { matched, wrongAt, silences } = compare(samples, source);
    expect({ matched, wrongAt }).toEqual({ matched: source.length, wrongAt: undefined });
    const gaps = Number(await demo.page.locator("[data-gaps]").getAttribute("data-gaps"));
    expect(silences).toHaveLength(gaps);
    return gaps;
  }
});
