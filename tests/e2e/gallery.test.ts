import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import type { Site } from "../site";
import { demoPage, open } from "./demo-page";

// A site of its own, as it says how many runs go on of those that other tests start, too.
describeOwn("the gallery", () => {
  let browser: TestBrowser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([createBrowser(), siteWith({})]);
  });
  afterEach(() => browser.closePages());
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });

  it("lists every demo with its title and what it does, and leads to it", async () => {
    const { page } = await open(browser, "/", { at: site.url });
    const cards = page.getByRole("main").getByRole("listitem");
    const texts = await cards.allTextContents();
    for (const [title, description] of [
      ["Chat", "Talks to any OpenAI-compatible endpoint."],
      ["Count up", "A number a second: the smallest generator there is."],
      ["Fake diffusion", "A picture appears out of noise, one step a second."],
      ["Keep repeating audio", "What you record is played again and again"],
      ["Keep repeating video", "What your webcam records is shown again and again"],
      ["Level meter", "How loud the microphone is and which frequencies it hears"],
      ["Object detection", "Boxes around the people, animals and things"],
      ["Speech", "Streams the voice of any OpenAI-compatible speech endpoint"],
      ["Synth", "Music that is composed and synthesised while it plays."],
      ["Type to paint", "Every letter is a drop of colour. Keep typing: the newest text wins."],
    ]) {
      expect(texts).toContainEqual(expect.stringContaining(`${title}${description}`));
    }
    await page.getByRole("link", { name: /Count up/ }).click();
    await page.waitForURL("**/demos/count-up");
    const demo = demoPage(page);
    await demo.run.click();
    await demo.shows("count", /\d/);
    await demo.stop.click();
    await demo.reaches("cancelled");
  });

  it("shows by itself which demos run, and how many of them", async () => {
    const { page } = await open(browser, "/", { at: site.url });
    const card = page.getByRole("link", { name: /Drip/ });
    expect(await card.textContent()).not.toContain("running");
    const running = [];
    for (const words of ["1 running", "2 running"]) {
      const demo = await open(browser, "/demos/drip", { at: site.url });
      await demo.field("Total").fill("100000");
      await demo.run.click();
      await demo.reaches("running");
      running.push(demo);
      await card.getByText(words).waitFor();
    }
    for (const demo of running) await demo.stop.click();
    await card.getByText("running").waitFor({ state: "detached" });
  });
});
