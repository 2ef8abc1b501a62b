import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { eventually } from "../eventually";
import { inTime } from "../in-time";
import { type DemoPage, open } from "./demo-page";
import { givenField } from "./given";
import { recordText } from "./recording";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

const gapsOf = async ({ page }: DemoPage) =>
  Number(await page.locator("[data-gaps]").first().getAttribute("data-gaps"));
const playsTo = ({ page }: DemoPage, second: number) =>
  page.waitForFunction((second) => {
    const [, minutes = "0", seconds = "0"] =
      /(\d+):(\d+) \//.exec(document.querySelector("[data-time]")?.textContent ?? "") ?? [];
    return Number(minutes) * 60 + Number(seconds) >= second;
  }, second);

describe("the demo keep-repeating-audio", () => {
  it("plays a recording of the microphone ten times", async () => {
    const repeat = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/keep-repeating-audio");
      const clip = givenField(demo, "clip");
      await clip.press("Record");
      await clip.field.locator("[data-elapsed]", { hasText: /^\s*0:0[1-9]/ }).waitFor();
      await clip.press("Stop");
      await clip.says(/uploaded/);
      await demo.run.click();
      await demo.reaches("done");
      await demo.page.locator("[data-player=ended]").waitFor();
      expect(await demo.page.locator("[data-time]").textContent()).toMatch(/^(0:[1-9]\d) \/ \1$/);
      return gapsOf(demo);
    };
    await inTime(repeat, (gaps) => expect(gaps).toBe(0));
  });
});

describe("the demo synth", () => {
  it("plays without a gap, and takes a new tempo while it plays", async () => {
    const play = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/synth");
      const facts = await recordText(demo.facts);
      await demo.run.click();
      await playsTo(demo, 1);
      const tempo = demo.page.getByRole("slider", { name: "Tempo" });
      await tempo.focus();
      await demo.page.keyboard.press("End");
      await demo.facts
        .getByText(/at 160/)
        .first()
        .waitFor();
      await playsTo(demo, 4);
      const gaps = await gapsOf(demo); // counted from the first sample on
      await demo.stop.click();
      await demo.reaches("cancelled");
      expect((await facts()).some((text) => text.includes("Bar 1 of 24 at 92"))).toBe(true);
      return gaps;
    };
    await inTime(play, (gaps) => expect(gaps).toBe(0));
  });
});

describe("the demo speech without an endpoint", () => {
  it("says so and hums", async () => {
    const demo = await open(browser, "/demos/speech");
    await demo.field("Words").fill("A generator yields.");
    await demo.run.click();
    await demo.notices.getByText("A local voice without words hums the syllables").waitFor();
    await demo.reaches("done");
    await demo.page.locator("[data-player=ended]").waitFor();
    expect(await demo.page.locator("[data-time]").textContent()).toMatch(/^0:01 \/ 0:01$/);
  });
});

describe("the demo level-meter", () => {
  it("shows how loud the microphone is until it is ended", async () => {
    const demo = await open(browser, "/demos/level-meter");
    const levels = await recordText(demo.output("level"));
    await demo.run.click();
    await demo.picture("spectrum").waitFor();
    // Chromium's fake microphone beeps once a second.
    await demo.page.waitForFunction(() => {
      const text = document.querySelector('[data-output="peak"]')?.textContent ?? "";
      return Number(/-?[\d.]+\s*$/.exec(text.replace("−", "-"))?.[0]) > -30;
    });
    await eventually(levels, (seen) => new Set(seen).size > 5);
    await givenField(demo, "mic").press("Stop talking");
    await demo.reaches("done");
  });
});
