import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { eventually } from "../eventually";
import { createTcpProxy, type TcpProxy } from "../tcp-proxy";
import { type DemoPage, open, siteUrl } from "./demo-page";
import { recordText } from "./recording";
import { listen, takeOtherFaults, type Wire } from "./wire";

const wholeText = (words: number) => Array.from({ length: words }, (_, at) => `${at} `).join("");

describe("a page whose wire to the server is cut in mid-run", () => {
  let browser: TestBrowser;
  let wire: TcpProxy;
  let demo: DemoPage;
  let messages: Wire;

  beforeAll(async () => {
    browser = await createBrowser();
  });
  beforeEach(async () => {
    wire = await createTcpProxy(Number(new URL(siteUrl).port));
    demo = await open(browser, "/demos/drip", {
      at: wire.url,
      before(page) {
        messages = listen(page);
      },
    });
  });
  afterEach(async () => {
    const faults = takeOtherFaults(browser);
    await browser.closePages();
    await wire[Symbol.asyncDispose]();
    expect(faults).toEqual([]);
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it("goes on where it was after each of several cuts: nothing is lost, nothing comes twice", async () => {
    await demo.field("Total").fill("150");
    const texts = await recordText(demo.output("words"));
    const indexes = await recordText(demo.output("index"));
    await demo.run.click();
    for (const word of [10, 40, 41, 90]) {
      await demo.shows("words", ` ${word} `);
      wire.cut();
    }
    await demo.reaches("done");
    expect(messages.sockets).toBeGreaterThanOrEqual(4);
    expect(await demo.output("words").textContent()).toBe(wholeText(150));
    expect(await demo.facts.textContent()).toContain("150 tokens");
    // And on the way it only grew.
    const whole = wholeText(150);
    expect((await texts()).filter((text) => !whole.startsWith(text))).toEqual([]);
    const numbers = (await indexes()).slice(1).map(Number);
    expect(numbers).toEqual([...numbers].sort((one, two) => one - two));
    expect(numbers.at(-1)).toBe(149);
  });

  it("keeps outputs and Stop on show meanwhile, and says that it is reconnecting", async () => {
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 10 ");
    const before = (await demo.output("words").textContent()) ?? "";
    expect(await demo.lost.count()).toBe(0);
    wire.block();
    wire.cut();
    await demo.lost.waitFor();
    expect(await demo.stop.isVisible()).toBe(true);
    expect(await demo.stop.isEnabled()).toBe(true);
    expect(await demo.status.getAttribute("data-phase")).toBe("running");
    const meanwhile = (await demo.output("words").textContent()) ?? "";
    expect(meanwhile.startsWith(before)).toBe(true);
    expect(await demo.status.textContent()).toBe("Reconnecting");
    const line = await demo.lost.boundingBox();
    expect(line).toMatchObject({ x: 0, y: 0 });
    expect(line?.height).toBeLessThan(4);

    wire.unblock();
    await demo.lost.waitFor({ state: "detached" });
    await demo.shows("words", new RegExp(` ${meanwhile.trim().split(" ").length + 20} `));
    await demo.stop.click();
    await demo.reaches("cancelled");
    const text = (await demo.output("words").textContent()) ?? "";
    expect(text).toBe(wholeText(text.trim().split(" ").length));
  });

  it("fetches later what it could not meanwhile, and stays", async () => {
    const { page } = demo;
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 10 ");
    wire.block();
    wire.cut();
    await demo.lost.waitFor();
    const refused = new Map<string, number>();
    page.on("requestfailed", (request) => {
      refused.set(request.url(), (refused.get(request.url()) ?? 0) + 1);
    });
    await page.getByRole("button", { name: "Share" }).click();
    // Next's loader tries twice; behind that it is ours to go on.
    await eventually(
      async () => [...refused.entries()],
      (all) => all.some(([url, times]) => url.endsWith(".js") && times >= 3),
    );
    expect(await demo.output("words").textContent()).toContain(" 10 ");
    wire.unblock();
    await demo.lost.waitFor({ state: "detached" });
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await demo.stop.click();
    await demo.reaches("cancelled");
  });

  it("tells the server to stop as soon as it is there again", async () => {
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 10 ");
    wire.block();
    wire.cut();
    await demo.lost.waitFor();
    await demo.stop.click();
    await demo.page.getByRole("button", { name: "Stopping" }).waitFor();
    expect(await demo.output("words").textContent()).toContain(" 10 ");
    wire.unblock();
    await demo.reaches("cancelled");
    await demo.lost.waitFor({ state: "detached" });
  });

  it("shows the end of a run that ended while it was away", async () => {
    await demo.field("Total").fill("40");
    await demo.run.click();
    await demo.shows("words", " 5 ");
    const run = await demo.runId();
    wire.block();
    wire.cut();
    await demo.lost.waitFor();
    const other = await open(browser, `/runs/${run}`);
    await other.reaches("done");
    wire.unblock();
    await demo.reaches("done");
    expect(await demo.output("words").textContent()).toBe(wholeText(40));
  });

  it("catches up after a wire that stood still", async () => {
    await demo.field("Total").fill("100");
    await demo.run.click();
    await demo.shows("words", " 10 ");
    wire.pause();
    const other = await open(browser, `/runs/${await demo.runId()}`);
    await other.reaches("done");
    wire.resume();
    await demo.reaches("done");
    expect(await demo.output("words").textContent()).toBe(wholeText(100));
    expect(messages.sockets).toBe(1);
  });
});
