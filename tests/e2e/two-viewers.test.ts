import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";
import { statusOf } from "./query";

describe("two who watch one run", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function watchTogether() {
    const owner = await open(browser, "/demos/drip");
    await owner.field("Total").fill("100000");
    await owner.run.click();
    await owner.shows("words", " 10 ");
    const run = await owner.runId();
    const guest = await open(browser, `/runs/${run}`);
    await guest.shows("words", " 20 ");
    return { owner, guest, run };
  }

  it("see the same, and that they are two", async () => {
    const { owner, guest } = await watchTogether();
    await guest.page.getByText("2 watching").waitFor();
    await owner.page.getByText("2 watching").waitFor();
    await owner.stop.click();
    await Promise.all([owner.reaches("cancelled"), guest.reaches("cancelled")]);
    const text = await owner.output("words").textContent();
    expect(text).toMatch(/^0 1 2 .* 20 /);
    expect(await guest.output("words").textContent()).toBe(text);
    expect(await guest.output("index").textContent()).toBe(
      await owner.output("index").textContent(),
    );
  });

  it("are not both its owner: the one with the link alone can not stop it", async () => {
    const { guest, run } = await watchTogether();
    expect(await guest.stop.count()).toBe(0);
    await guest.page.keyboard.press("Escape");
    await guest.shows("words", " 60 ");
    expect(await statusOf(run)).toBe("RUNNING");
    expect(await guest.page.getByText("100,000").isVisible()).toBe(true);
  });

  it("can both stop it in two tabs of one visit that share its page's key", async () => {
    const { owner, run } = await watchTogether();
    const [tab] = await Promise.all([
      owner.page.context().waitForEvent("page"),
      owner.page.getByRole("link", { name: "This run" }).click(),
    ]);
    await tab.getByRole("heading", { name: "Drip" }).waitFor();
    // Opened without a way back to the page that has the key, it has none.
    await tab.locator("[role=status][data-phase=running]").waitFor();
    expect(await tab.getByRole("button", { name: "Stop" }).count()).toBe(0);
    await owner.stop.click();
    await tab.locator("[role=status][data-phase=cancelled]").waitFor();
    expect(await statusOf(run)).toBe("CANCELLED");
  });
});
