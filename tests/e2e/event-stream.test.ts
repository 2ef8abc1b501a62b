import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open, siteUrl } from "./demo-page";
import { recordText } from "./recording";
import { createUpgradeRefusingProxy, type UpgradeRefusingProxy } from "./upgrade-refusing-proxy";
import { takeOtherFaults } from "./wire";

const wholeText = (words: number) => Array.from({ length: words }, (_, at) => `${at} `).join("");

describe("a page behind a proxy that lets no WebSocket through", () => {
  let browser: TestBrowser;
  let proxy: UpgradeRefusingProxy;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  beforeEach(async () => {
    proxy = await createUpgradeRefusingProxy(siteUrl);
  });
  afterEach(async () => {
    const faults = takeOtherFaults(browser);
    await browser.closePages();
    await proxy[Symbol.asyncDispose]();
    expect(faults).toEqual([]);
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  async function openBehindProxy() {
    let streams = 0;
    const demo = await open(browser, "/demos/drip", {
      at: proxy.url,
      before(page) {
        page.on("request", (request) => {
          if (request.headers().accept === "text/event-stream") streams++;
        });
      },
    });
    return { demo, streams: () => streams };
  }

  it("follows its run over an event stream", async () => {
    const { demo, streams } = await openBehindProxy();
    await demo.field("Total").fill("20");
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("words").textContent()).toBe(wholeText(20));
    // The line that is opened as somebody comes near, and that of the run.
    expect(proxy.refused).toBeLessThanOrEqual(2);
    expect(streams()).toBe(1);
  });

  it("goes on where it was when the stream is cut: nothing is lost, nothing comes twice", async () => {
    const { demo, streams } = await openBehindProxy();
    await demo.field("Total").fill("120");
    const texts = await recordText(demo.output("words"));
    await demo.run.click();
    for (const word of [10, 40, 80]) {
      await demo.shows("words", ` ${word} `);
      proxy.cut();
    }
    await demo.reaches("done");
    const whole = wholeText(120);
    expect(await demo.output("words").textContent()).toBe(whole);
    expect((await texts()).filter((text) => !whole.startsWith(text))).toEqual([]);
    expect(streams()).toBeGreaterThanOrEqual(4);
  });

  it("stops its run", async () => {
    const { demo } = await openBehindProxy();
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 10 ");
    await demo.stop.click();
    await demo.reaches("cancelled");
  });
});
