import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import type { Site } from "../site";
import { open } from "./demo-page";
import { pastRuns } from "./past-runs";
import { inspected, killConnections } from "./server-inspector";
import { takeOtherFaults } from "./wire";

describeOwn("a page whose server is in trouble", () => {
  let browser: TestBrowser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([createBrowser(), siteWith(inspected)]);
  });
  afterEach(async () => {
    const faults = takeOtherFaults(browser);
    await browser.closePages();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });

  it("loses nothing when the server's sockets are killed, more than once", async () => {
    const demo = await open(browser, "/demos/drip", { at: site.url });
    await demo.field("Total").fill("120");
    await demo.run.click();
    for (const word of [10, 40, 80]) {
      await demo.shows("words", ` ${word} `);
      await killConnections(site);
    }
    await demo.reaches("done");
    const words = (await demo.output("words").textContent())?.trim().split(" ").map(Number);
    expect(words).toEqual([...Array(120).keys()]);
  });

  it("says that the run is gone when the server was restarted, and runs again", async () => {
    const demo = await open(browser, "/demos/drip", { at: site.url });
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 10 ");
    await site.restart("SIGKILL");
    await demo.reaches("failed");
    expect(await demo.failure.textContent()).toMatch(/run/i);
    expect(await demo.output("words").textContent()).toContain(" 10 ");
    await pastRuns(demo).say("no longer kept");
    await demo.field("Total").fill("3");
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("words").textContent()).toBe("0 1 2 ");
  });
});
