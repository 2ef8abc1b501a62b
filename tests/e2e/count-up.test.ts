import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { recordText } from "./recording";

describe("the demo count-up", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("shows a number a second, then that it is done and what it took", async () => {
    const demo = await open(browser, "/demos/count-up");
    await demo.field("To").fill("3");
    const run = async () => {
      const counts = await recordText(demo.output("count"));
      await demo.run.click();
      await demo.reaches("running");
      await demo.reaches("done");
      return (await counts()).slice(-4);
    };
    await inTime(run, (counts) => expect(counts).toEqual(["–", "0", "1", "2"]));
    expect(await demo.status.textContent()).toMatch(/^Done in [3-9]\.\d\d s$/);
    const line = await demo.facts.textContent();
    expect(line).toMatch(/first value after \d+(\.\d\d)? m?s/);
    expect(line).toMatch(/3 values, \d(\.\d)? a second/);
    expect(await demo.run.isVisible()).toBe(true);
  });

  it("turns Run into Stop within a frame, and starts a clock", async () => {
    const demo = await open(browser, "/demos/count-up");
    const next = await demo.run.evaluate(async (button: HTMLButtonElement) => {
      button.click();
      await new Promise(requestAnimationFrame);
      return { label: button.textContent, clock: document.querySelector("[data-clock]") !== null };
    });
    expect(next).toEqual({ label: expect.stringMatching(/^Stop/), clock: true });
    await demo.reaches("running");
    const times = await recordText(demo.clock);
    await demo.shows("count", /[1-9]/);
    const seconds = (await times()).map(Number.parseFloat);
    expect(seconds.length).toBeGreaterThan(2);
    expect(seconds).toEqual([...seconds].sort((one, two) => one - two));
  });

  it("stops where it is", async () => {
    const demo = await open(browser, "/demos/count-up");
    await demo.field("To").fill("60");
    await demo.run.click();
    await demo.shows("count", /[1-9]/);
    await demo.stop.click();
    await demo.reaches("cancelled");
    expect(await demo.status.textContent()).toMatch(/^Stopped after \d+\.\d+ s$/);
    expect(Number(await demo.output("count").textContent())).toBeLessThan(59);
  });

  it("has nothing to show for a count to zero, and says that it is done", async () => {
    const demo = await open(browser, "/demos/count-up");
    await demo.field("To").fill("0");
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("count").textContent()).toBe("–");
  });

  it("says in the page's title how it stands", async () => {
    const demo = await open(browser, "/demos/count-up");
    await demo.field("To").fill("3");
    await demo.run.click();
    await demo.page.waitForFunction(() => document.title === "Running… · Count up");
    await demo.page.waitForFunction(() => document.title === "Done · Count up");
  });
});
