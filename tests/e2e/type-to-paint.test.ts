import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { statusOf } from "./query";
import { recordPictures } from "./recording";
import { listen, type Wire } from "./wire";

describe("the demo type-to-paint", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function openPainting() {
    let wire: Wire | undefined;
    const demo = await open(browser, "/demos/type-to-paint", {
      before(page) {
        wire = listen(page);
      },
    });
    await demo.reaches("done");
    if (!wire) throw new Error("Nobody listens");
    return { demo, wire };
  }

  /** What was asked for, in this order. */
  const wordsOf = (wire: Wire) =>
    wire.sent
      .filter(({ type }) => type === "subscribe")
      .map(({ payload }) => payload?.variables?.words);

  /** Which picture was painted by which run, and the runs in the order of their requests. */
  function paintings(wire: Wire) {
    const runOf = new Map<string, string>();
    const byRequest = new Map<string, string>();
    for (const { id = "", payload } of wire.received) {
      const event = payload?.data?.typeToPaint;
      if (!event) continue;
      byRequest.set(id, event.run.id);
      const painting = event.painting as { url: string } | null;
      if (painting) runOf.set(painting.url, event.run.id);
    }
    const runs = wire.sent
      .filter(({ type }) => type === "subscribe")
      .map(({ id = "" }) => byRequest.get(id));
    return { runOf, runs };
  }

  it("paints the words that are there as soon as it is opened", async () => {
    const { demo, wire } = await openPainting();
    expect(wordsOf(wire)).toEqual(["sunrise over the sea"]);
    await demo.page.getByText("256 × 256").waitFor();
  });

  it("runs again at every keystroke", async () => {
    const { demo, wire } = await openPainting();
    const field = demo.field("Words");
    await field.press("Control+A");
    await field.pressSequentially("a blue hour");
    await demo.page.waitForFunction(() => document.title.startsWith("Done"));
    const typed = [..."a blue hour"].map((_, at) => "a blue hour".slice(0, at + 1));
    expect(wordsOf(wire)).toEqual(["sunrise over the sea", ...typed]);
  });

  it("shows only newer pictures: none of a run before comes after", async () => {
    const type = async () => {
      await browser.closePages();
      const { demo, wire } = await openPainting();
      const pictures = await recordPictures(demo.picture("painting"));
      await demo.field("Words").pressSequentially(", and a boat", { delay: 60 });
      await demo.reaches("done");
      await demo.page.getByText("256 × 256").waitFor();

      const { runOf, runs } = paintings(wire);
      const order = (await pictures()).map((url) => runs.indexOf(runOf.get(url)));
      expect(order).not.toContain(-1);
      expect(order).toEqual([...order].sort((one, two) => one - two));
      expect(order.at(-1)).toBe(runs.length - 1);
      return new Set(order).size;
    };
    // It was worth looking: pictures of several runs were shown on the way.
    await inTime(type, (shown) => expect(shown).toBeGreaterThan(2));
  });

  it("cancels the runs before, and the last one is done", async () => {
    const { demo, wire } = await openPainting();
    await demo.field("Words").pressSequentially("!!!!!!!!", { delay: 20 });
    await demo.reaches("done");
    const { runs } = paintings(wire);
    expect(runs).toHaveLength(9);
    const statuses = await Promise.all(runs.map((run) => statusOf(run ?? "")));
    expect(statuses).toEqual(["DONE", ...Array(7).fill("CANCELLED"), "DONE"]);
  });
});
