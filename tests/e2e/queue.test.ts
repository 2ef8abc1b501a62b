import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";

describe("waiting in line", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("tells everybody the place in words, and moves up when somebody is done", async () => {
    const first = await open(browser, "/demos/e2e-queue");
    await first.run.click();
    await first.reaches("running");
    const second = await open(browser, "/demos/e2e-queue");
    await second.run.click();
    await second.reaches("queued");
    expect(await second.status.textContent()).toMatch(/^Next in line/);
    const third = await open(browser, "/demos/e2e-queue");
    await third.run.click();
    await third.reaches("queued");
    expect(await third.status.textContent()).toMatch(/^2nd in line/);
    expect(await third.output("count").textContent()).toBe("–");

    await first.stop.click();
    await second.shows("count", /^\d+$/);
    await third.status.filter({ hasText: "Next in line" }).waitFor();
    // By now it is known how long one takes.
    expect(await third.status.textContent()).toMatch(/^Next in line, about \d+ s$/);

    // Who gives up waiting has not been run at all.
    await third.stop.click();
    await third.reaches("cancelled");
    expect(await third.status.textContent()).toBe("Stopped");
    await second.stop.click();
    await second.reaches("cancelled");
  });
});
