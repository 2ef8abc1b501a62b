import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { expectAnswering, watchMainThread } from "./main-thread";
import { watchPicture, watchPlaces, watchShifts } from "./streaming-watch";

describe("while values stream in", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("a picture is never missing, unfinished or blank between two frames", async () => {
    const watch = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/e2e-frames");
      await demo.run.click();
      await demo.picture("picture").waitFor();
      const stop = await watchPicture(demo.page, "[data-output=picture] img");
      await demo.reaches("done");
      const seen = await stop();
      expect(seen.faults).toEqual({});
      return seen;
    };
    await inTime(watch, ({ frames, pictures }) => {
      expect(frames).toBeGreaterThan(60);
      expect(pictures).toBeGreaterThan(10);
    });
  });

  it("nothing flashes in fake-diffusion either, whose pictures are large and their sizes differ", async () => {
    const demo = await open(browser, "/demos/fake-diffusion");
    await demo.page.getByRole("slider", { name: "Steps" }).press("Home");
    await demo.run.click();
    await demo.picture("picture").waitFor();
    // Its noise is grey when drawn as one pixel; what would be blank is transparent.
    const stop = await watchPicture(demo.page, "[data-output=picture] img");
    await demo.page.getByText("1000 × 1000").waitFor();
    const { faults } = await stop();
    delete faults.blank;
    expect(faults).toEqual({});
  });

  it.each([
    ["e2e-frames", 1280],
    ["e2e-frames", 390],
    ["drip", 1280],
    ["drip", 390],
    ["every-output", 1280],
    ["every-output", 390],
  ])("nothing on the page of %s is moved, at %i px", async (name, width) => {
    const demo = await open(browser, `/demos/${name}`, { viewport: { width, height: 844 } });
    if (name === "e2e-frames") await demo.field("Frames").fill("20");
    const places = await watchPlaces(demo.page);
    const shifted = await watchShifts(demo.page);
    await demo.run.click();
    await demo.reaches("done");
    expect(await shifted()).toBe(0);
    // Also not in the half second after a press on Run, of which the measure above knows nothing.
    expect(await places()).toHaveLength(1);
  });

  it("a text of 100 kB that grows by 1,000 tokens a second never blocks the page over 50 ms", async () => {
    await inTime(async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/e2e-tokens");
      await demo.run.click();
      await demo.shows("words", /word/);
      const end = await watchMainThread(demo.page);
      await demo.reaches("done");
      const longestTask = await end();
      expect((await demo.output("words").textContent())?.length).toBe(100_000);
      return { longestTask };
    }, expectAnswering);
  });
});
