import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";
import { compare, type Heard, listen, noise } from "./heard";

const rate = 48_000;

describe("a sound that is longer than what is kept decoded", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("is fetched again where somebody goes back to, and heard to the sample", async () => {
    let heard: Heard | undefined;
    const demo = await open(browser, "/demos/play-noise", {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, rate);
      },
    });
    await demo.page.evaluate(() => window.tapped);
    const fetched: string[] = [];
    demo.page.on("request", (request) => fetched.push(request.url()));
    await demo.field("Milliseconds").fill("5000");
    await demo.field("Count").fill("30");
    await demo.run.click();
    await demo.page.locator("[data-player=playing]").waitFor();
    await demo.reaches("done");
    const position = demo.page.getByRole("slider", { name: "Position" });
    await position.focus();
    await demo.page.keyboard.press("Space");
    await demo.page.locator("[data-player=paused]").waitFor();
    const first = fetched.find((url) => new URL(url).pathname.startsWith("/media/")) ?? "none";

    const seekTo = (seconds: number) =>
      position.evaluate((element, seconds) => {
        const { prototype } = HTMLInputElement;
        Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, `${seconds}`);
        element.dispatchEvent(new Event("input", { bubbles: true }));
      }, seconds);
    const played = async (seconds: number, from: number) => {
      await demo.page.evaluate(() => {
        window.heard = [];
      });
      await demo.page.keyboard.press("Space");
      await demo.page.waitForFunction((seconds) => {
        const slider = document.querySelector<HTMLInputElement>("[aria-label=Position]");
        return Number(slider?.value) > seconds;
      }, from + seconds);
      await demo.page.keyboard.press("Space");
      await demo.page.locator("[data-player=paused]").waitFor();
      return (await heard?.samples()) ?? new Float32Array();
    };
    const whole = noise(30, 5 * rate);
    for (const from of [140.25, 1.25]) {
      fetched.length = 0;
      await seekTo(from);
      const samples = await played(0.8, from);
      if (from < 5) expect(fetched).toContain(first);
      // Behind the fade of its beginning, whose first samples are none, each is the source's.
      const faded = 0.01 * rate;
      const matches = [0, 1, 2, 3].map((lost) => {
        const source = whole.subarray(from * rate + faded + lost);
        return compare(samples.subarray(faded), source).matched;
      });
      const matched = Math.max(...matches);
      expect(matched).toBeGreaterThan(0.5 * rate);
    }
  });
});
