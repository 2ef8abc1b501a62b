import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { demoPage, siteUrl } from "./demo-page";

describe("a page whose scripts have not come yet", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** Opens a demo's page on a line that is so slow that only its HTML has come. */
  async function openSlowly(path: string) {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    let deliver = () => {};
    const delivered = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await delivered;
      await route.continue();
    });
    await page.goto(siteUrl + path, { waitUntil: "domcontentloaded" });
    const demo = demoPage(page);
    await demo.run.waitFor();
    return { demo, deliver };
  }

  it.each(["/demos/count-up", "/embed/count-up"])(
    "takes Run at its word: %s runs once they are there",
    async (path) => {
      const { demo, deliver } = await openSlowly(path);
      await demo.run.click();
      deliver();
      await demo.shows("count", "0");
      expect(new URL(demo.page.url()).href).toBe(siteUrl + path);
      await demo.stop.click();
      await demo.reaches("cancelled");
    },
  );

  it("keeps what was typed meanwhile", async () => {
    const { demo, deliver } = await openSlowly("/demos/count-up");
    await demo.field("To").fill("1");
    deliver();
    await demo.page.waitForFunction(() => window.yieldcastEarly?.ready);
    expect(await demo.field("To").inputValue()).toBe("1");
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("count").textContent()).toBe("0");
  });
});
