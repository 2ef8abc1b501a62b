import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";

describe("outputs that are whole files", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("plays a sound and a video in the browser's own players", async () => {
    const demo = await open(browser, "/demos/play-whole");
    await demo.run.click();
    await demo.reaches("done");
    for (const [element, seconds] of [
      ["audio", 2],
      ["video", 1],
    ] as const) {
      await demo.page.waitForFunction(
        (element) => (document.querySelector<HTMLMediaElement>(element)?.readyState ?? 0) >= 1,
        element,
      );
      const duration = await demo.page.evaluate(
        (element) => document.querySelector<HTMLMediaElement>(element)?.duration,
        element,
      );
      expect(Math.abs((duration ?? 0) - seconds)).toBeLessThan(0.1);
    }
    const played = await demo.page.evaluate(async () => {
      const sound = document.querySelector("audio");
      await sound?.play();
      await new Promise((resolve) => sound?.addEventListener("ended", resolve, { once: true }));
      return sound?.currentTime;
    });
    expect(played).toBeGreaterThan(1.9);
  });

  it("offers a file with its name, size and type", async () => {
    const demo = await open(browser, "/demos/play-whole");
    await demo.run.click();
    await demo.shows("report", "All of it.csv");
    await demo.shows("report", "8 bytes · text/csv");
    const [download] = await Promise.all([
      demo.page.waitForEvent("download"),
      demo.output("report").getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("All of it.csv");
    expect(await readFile(await download.path(), "utf8")).toBe("a,b\n1,2\n");
  });

  it("offers a sound that streamed as one file, once the run is over", async () => {
    const demo = await open(browser, "/demos/hls-sound");
    await demo.field("Pieces").fill("8");
    await demo.field("Pause").fill("300");
    const link = demo.page.getByRole("link", { name: "Download" });
    await demo.run.click();
    await demo.reaches("running");
    expect(await link.count()).toBe(0);
    await demo.reaches("done");
    const [download] = await Promise.all([demo.page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("hls-sound-sound.wav");
    expect((await readFile(await download.path())).length).toBe(44 + 8 * 24_000);
  });
});
