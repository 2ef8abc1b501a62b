import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import type { Site } from "../site";
import { open } from "./demo-page";
import { createOpenAiEndpoint, type OpenAiEndpoint } from "./openai-endpoint";
import { statusOf } from "./query";
import { recordText } from "./recording";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

describeOwn("the demo chat without an endpoint", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({ OPENAI_BASE_URL: "" });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  it("says who answers instead, and streams", async () => {
    const demo = await open(browser, "/demos/chat", { at: site.url });
    const replies = await recordText(demo.output("reply"));
    await demo.run.click();
    await demo.notices
      .getByText("A small local text generator answers, as OPENAI_BASE_URL is not set.")
      .waitFor();
    await demo.reaches("done");
    const seen = (await replies()).filter(Boolean);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((text, at) => !text.startsWith(seen[at - 1] ?? ""))).toEqual([]);
    expect(await demo.facts.textContent()).toMatch(/\d+ tokens, \d+ a second/);
  });
});

describeOwn("the demo chat with an endpoint", () => {
  let endpoint: OpenAiEndpoint;
  let site: Site;
  beforeAll(async () => {
    endpoint = await createOpenAiEndpoint();
    site = await siteWith({ OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: "none" });
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await endpoint[Symbol.asyncDispose]();
  });

  async function ask(question: string) {
    const demo = await open(browser, "/demos/chat", { at: site.url });
    await demo.field("Message").fill(question);
    const asked = endpoint.asked(question);
    await demo.run.click();
    await asked;
    return demo;
  }

  it("shows each token as it comes", async () => {
    const demo = await ask("Why is the sky blue?");
    endpoint.say("Because ");
    await demo.shows("reply", "Because");
    endpoint.say("of the air.");
    await demo.shows("reply", "Because of the air.");
    endpoint.finish();
    await demo.reaches("done");
    expect(await demo.output("reply").textContent()).toBe("Because of the air.");
    expect(await demo.notices.count()).toBe(0);
  });

  it("hangs up on the endpoint when it is stopped", async () => {
    const demo = await ask("And at night?");
    endpoint.say("At night");
    await demo.shows("reply", "At night");
    const run = await demo.runId();
    await demo.stop.click();
    await endpoint.abandoned();
    await demo.reaches("cancelled");
    expect(await statusOf(run, site.url)).toBe("CANCELLED");
    expect(await demo.output("reply").textContent()).toBe("At night");
  });
});
