import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { axeFindings } from "./axe-findings";
import { open } from "./demo-page";
import { expectAnswering, watchMainThread } from "./main-thread";
import { drawBarely, watchPainted } from "./painted-pictures";
import { query } from "./query";
import { watchShifts } from "./streaming-watch";

describe("sixty pictures a second", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("are painted as they come: none blank, nothing moved, and the page answers", async () => {
    const watched = {
      picture: "[data-output=board] img",
      // Of the gun's left block, which its shuttle eats at from the other side.
      solid: { x: 4, y: 8, width: 1, height: 2 },
    };
    const { demo, shifted } = await inTime(async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/life", { viewport: { width: 1280, height: 900 } });
      const { page } = demo;
      const shifted = await watchShifts(page);
      const longestTask = await watchMainThread(page);
      await page.locator("summary", { hasText: "Board" }).click();
      await demo.field("Generations").fill("90");
      await demo.run.click();
      await demo.picture("board").waitFor();
      const painted = await watchPainted(page, watched);
      await demo.shows("generation", "90");
      expect((await painted()).faults).toEqual({});
      await demo.reaches("done");
      expect(await demo.output("population").textContent()).toBe("51");
      return { demo, shifted, longestTask: await longestTask() };
    }, expectAnswering);
    const { page } = demo;

    // At the same time, since what a machine has to spare changes from one second to the next.
    await demo.field("Generations").fill("300");
    const paintTwice = async () => {
      await demo.run.click();
      await demo.shows("generation", /^\d\d/);
      const bare = await drawBarely(browser, await demo.runId());
      const paintedBarely = await watchPainted(bare, { ...watched, picture: "img" });
      const painted = await watchPainted(page, watched);
      await demo.shows("generation", "300");
      const [here, there] = [await painted(), await paintedBarely()];
      expect(here.faults).toEqual({});
      await bare.close();
      return here.rate / there.rate;
    };
    await inTime(paintTwice, (share) => expect(share).toBeGreaterThan(0.5));
    expect(await shifted()).toBe(0);

    const square = await demo.picture("board").evaluate((image) => image.clientWidth / 96);
    expect(square).toBe(Math.floor(square));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await axeFindings(page)).toEqual([]);
    }
    // The page beside it is none of the site's, and has no icon.
    expect(browser.takeFaults().filter((fault) => !fault.includes("favicon.ico"))).toEqual([]);
  });

  it("never queue where the network is slow: the newest is shown, and the last one soon", async () => {
    const watchAsked = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/life");
      const { page } = demo;
      let waiting = 0;
      let most = 0;
      let asked = 0;
      // Those of the timeline are asked for in another width.
      const isWhole = ({ pathname, search }: URL) => pathname.startsWith("/media/") && !search;
      await page.route(isWhole, async (route) => {
        asked++;
        most = Math.max(most, ++waiting);
        await new Promise((resolve) => setTimeout(resolve, 250));
        waiting--;
        await route.continue();
      });
      await page.locator("summary", { hasText: "Board" }).click();
      await demo.field("Generations").fill("120");
      await demo.run.click();
      await demo.reaches("done");
      const { run } = await query<{ run: { state: { board: { url: string } } } }>(
        "query ($id: ID!) { run(id: $id) { state { ... on LifeEvent { board { url } } } } }",
        { id: await demo.runId() },
      );
      const over = performance.now();
      await page.waitForFunction(
        (url) => document.querySelector("[data-output=board] img")?.getAttribute("src") === url,
        run.state.board.url,
      );
      expect(most).toBeLessThanOrEqual(4);
      return { most, asked, late: performance.now() - over };
    };
    await inTime(watchAsked, ({ most, asked, late }) => {
      expect(most).toBe(4);
      expect(asked).toBeLessThan(60);
      expect(late).toBeLessThan(2000);
    });
  });
});
