import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";
import { statusOf } from "./query";

const wholeText = (words: number) => Array.from({ length: words }, (_, at) => `${at} `).join("");

describe("coming back to a run", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** Starts a run that takes a while, and waits for its first words. */
  async function begin(total: number) {
    const demo = await open(browser, "/demos/drip");
    await demo.field("Total").fill(String(total));
    await demo.run.click();
    await demo.shows("words", " 10 ");
    return { demo, run: await demo.runId() };
  }

  it("finds the same run after a reload, with what it was given, and Stop still ends it", async () => {
    const { demo, run } = await begin(100_000);
    await demo.page.reload();
    await demo.shows("words", " 60 ");
    expect(await demo.runId()).toBe(run);
    expect(await demo.field("Total").inputValue()).toBe("100000");
    expect(await demo.output("words").textContent()).toMatch(/^0 1 2 /);
    await demo.stop.click();
    await demo.reaches("cancelled");
    expect(await statusOf(run)).toBe("CANCELLED");
  });

  it("shows what came while the page was being reloaded, nothing twice", async () => {
    const { demo, run } = await begin(100);
    await demo.page.reload();
    await demo.shows("words", " 20 ");
    await demo.page.reload();
    await demo.reaches("done");
    expect(await demo.runId()).toBe(run);
    expect(await demo.output("words").textContent()).toBe(wholeText(100));
  });

  it("shows a finished run again after a reload, and does not run it again", async () => {
    const { demo, run } = await begin(20);
    await demo.reaches("done");
    await demo.page.reload();
    await demo.reaches("done");
    expect(await demo.runId()).toBe(run);
    expect(await demo.output("words").textContent()).toBe(wholeText(20));
  });

  it("finds it with the Back button after a look at the gallery", async () => {
    const { demo, run } = await begin(100);
    await demo.page.getByRole("link", { name: "Demos" }).click();
    await demo.page.getByRole("heading", { name: "Demos", level: 1 }).waitFor();
    await demo.page.goBack();
    await demo.reaches("done");
    expect(await demo.runId()).toBe(run);
    expect(await demo.output("words").textContent()).toBe(wholeText(100));
  });

  it("goes on for whoever comes back by its link after the tab was closed", async () => {
    const { demo, run } = await begin(100);
    const next = await demo.page.context().newPage();
    await demo.page.close();
    expect(await statusOf(run)).toBe("RUNNING");
    const again = await open(browser, `/runs/${run}`, { inSameVisit: next });
    await again.reaches("done");
    expect(await again.output("words").textContent()).toBe(wholeText(100));
  });
});
