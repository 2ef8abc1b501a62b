import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open, siteUrl } from "./demo-page";
import { watchPlaces, watchShifts } from "./streaming-watch";

declare global {
  interface Window {
    /** What the player did to its media. */
    removed: { until: number; at: number }[];
    refused: number;
    openUrls: Set<string>;
    openFetches: Set<string>;
  }
}

/** Counts animation frames in which the player of a film is empty. */
async function watchBlank(page: Page): Promise<() => Promise<{ frames: number; blank: number }>> {
  const watch = await page.evaluateHandle(() => {
    const result = { frames: 0, blank: 0 };
    const video = document.querySelector("video");
    const canvas = video?.parentElement?.querySelector("canvas");
    let going = true;
    const look = () => {
      result.frames++;
      const held = canvas && !canvas.hidden && canvas.width > 100;
      if (!held && (video?.readyState ?? 0) < 2) result.blank++;
      if (going) requestAnimationFrame(look);
    };
    look();
    return {
      stop() {
        going = false;
        return result;
      },
    };
  });
  return () => watch.evaluate((watch) => watch.stop());
}

/** Refuses one chunk for want of room once 12 seconds were shown, and notes what is held and let go of. */
function refuseOnce(): void {
  window.removed = [];
  window.refused = 0;
  window.openUrls = new Set();
  window.openFetches = new Set();
  const { appendBuffer, remove } = SourceBuffer.prototype;
  const at = () => document.querySelector("video")?.currentTime ?? 0;
  SourceBuffer.prototype.appendBuffer = function (data) {
    if (window.refused === 0 && at() > 12) {
      window.refused++;
      throw new DOMException("There is no room.", "QuotaExceededError");
    }
    appendBuffer.call(this, data);
  };
  SourceBuffer.prototype.remove = function (start, until) {
    window.removed.push({ until, at: at() });
    remove.call(this, start, until);
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (of) => {
    const url = createObjectURL.call(URL, of);
    window.openUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    window.openUrls.delete(url);
    revokeObjectURL.call(URL, url);
  };
  const realFetch = window.fetch;
  window.fetch = async (...given) => {
    const address = String(given[0]);
    if (!address.includes("/media/")) return realFetch(...given);
    window.openFetches.add(address);
    return realFetch(...given).finally(() => window.openFetches.delete(address));
  };
}

/** Chromium does so by itself, but takes what Playwright asks of a page for a gesture. */
function asFirstVisit(): void {
  let touched = false;
  addEventListener(
    "pointerdown",
    () => {
      touched = true;
    },
    true,
  );
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    if (this.muted || touched) return play.call(this);
    return Promise.reject(new DOMException("Nobody has touched the page.", "NotAllowedError"));
  };
}

describe("the player of a film", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  const plays = (page: Page) =>
    page
      .locator("[data-player=playing]")
      .waitFor({ timeout: 15_000 })
      .then(
        () => true,
        () => false,
      );
  const ended = (page: Page) => page.locator("[data-player=ended]").waitFor();
  const stateOf = (page: Page) =>
    page.locator("video").evaluate((video: HTMLVideoElement) => ({
      time: video.currentTime,
      muted: video.muted,
      paused: video.paused,
    }));

  it("goes on after a reload, is shown without sound to who only came, and never blank to who runs it again", async () => {
    const goOn = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/play-film");
      await demo.field("Pause").fill("1200");
      await demo.run.click();
      await demo.page.locator("[data-player=playing]").waitFor();
      const guest = await browser.newPage();
      await guest.addInitScript(asFirstVisit);
      await guest.goto(new URL(`/runs/${await demo.runId()}`, siteUrl).href);
      const guestPlays = await plays(guest);
      await demo.page.reload();
      return { demo, guest, areBothInTime: (await plays(demo.page)) && guestPlays };
    };
    // A run that is over by then is not played to who comes.
    const { demo, guest } = await inTime(goOn, ({ areBothInTime }) =>
      expect(areBothInTime).toBe(true),
    );
    expect(await stateOf(guest)).toMatchObject({ muted: true, paused: false });
    await guest.getByRole("button", { name: "Unmute" }).click();
    expect(await stateOf(guest)).toMatchObject({ muted: false, paused: false });
    await Promise.all([ended(demo.page), ended(guest)]);
    for (const page of [demo.page, guest]) {
      expect((await stateOf(page)).time).toBeCloseTo(5, 1);
    }

    await demo.field("Pause").fill("0");
    const blank = await watchBlank(demo.page);
    await demo.run.click();
    await demo.page.waitForFunction(() => {
      const { currentTime = 0, ended = false } = document.querySelector("video") ?? {};
      return !ended && currentTime > 0.3 && currentTime < 4;
    });
    expect(await blank()).toMatchObject({ blank: 0 });
  });

  it("makes room where the browser has none, moves nothing on the page, and lets go of the run before", async () => {
    const demo = await open(browser, "/demos/play-parts", {
      before: async (page) => {
        await page.addInitScript(refuseOnce);
      },
    });
    await demo.field("As").click();
    await demo.page.getByRole("option", { name: "long", exact: true }).click();
    const places = await watchPlaces(demo.page);
    const shifted = await watchShifts(demo.page);
    await demo.run.click();
    await demo.page.locator("[data-player=playing]").waitFor();
    await demo.page.locator("video").evaluate((video: HTMLVideoElement) => {
      video.playbackRate = 8;
    });
    await ended(demo.page);
    const { removed, refused } = await demo.page.evaluate(() => ({
      removed: window.removed,
      refused: window.refused,
    }));
    expect(refused).toBe(1);
    expect(removed[0]?.until).toBeGreaterThan((removed[0]?.at ?? 0) - 6);
    expect((await stateOf(demo.page)).time).toBeCloseTo(56, 1);
    expect(await demo.page.getByText("could not be loaded").count()).toBe(0);
    expect(await shifted()).toBe(0);
    expect(await places()).toHaveLength(1);

    await demo.run.click();
    await demo.page.locator("[data-player=playing]").waitFor();
    expect(await demo.page.evaluate(() => window.openUrls.size)).toBe(1);
    // No more than the first chunks of it are under way, and nothing of the run before.
    await demo.page.waitForFunction(() => window.openFetches.size === 0);
  });
});
