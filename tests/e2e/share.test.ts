import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { axeFindings } from "./axe-findings";
import { open, siteUrl } from "./demo-page";
import { statusOf } from "./query";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

describe("sharing a run", () => {
  it("is done by keyboard alone: a link and an embed are copied, and that is said", async () => {
    const demo = await open(browser, "/demos/drip", {
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = demo;
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 5 ");
    const run = await demo.runId();
    const share = page.getByRole("button", { name: "Share" });
    await share.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Share this run" });
    await dialog.waitFor();
    const link = dialog.getByRole("textbox", { name: "Link to this run" });
    expect(await link.inputValue()).toBe(`${new URL(siteUrl).origin}/runs/${run}`);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await dialog.getByRole("button", { name: "Copy: Link to this run" }).press("Enter");
    await dialog.locator("[aria-live]", { hasText: "Copied" }).waitFor();
    expect(await copied()).toBe(await link.inputValue());
    await dialog.getByRole("button", { name: "Copy: The demo in another page" }).press("Enter");
    await dialog.getByRole("button", { name: /^Copied: The demo in another page/ }).waitFor();
    expect(await copied()).toMatch(/<iframe[^>]+\/embed\/drip\?total=100000"/);

    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 480 });
    const box = await dialog.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320 && box.height <= 480).toBe(true);

    // Esc closes what is open. The run goes on, until it is pressed once more.
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await share.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await statusOf(run)).toBe("RUNNING");
    await page.keyboard.press("Escape");
    await demo.reaches("cancelled");
  });

  it("hands on the very instant that is looked at", async () => {
    const demo = await open(browser, "/demos/drip");
    await demo.field("Total").fill("20");
    await demo.run.click();
    await demo.reaches("done");
    const bar = demo.page.getByRole("slider", { name: "Timeline" });
    await bar.press("ArrowLeft");
    await demo.page.locator("p[data-instant]", { hasText: "yield 19 of 20" }).waitFor();
    const words = await demo.output("words").textContent();
    await demo.page.getByRole("button", { name: "Share" }).click();
    const link = demo.page.getByRole("textbox", { name: /^Link to this instant, at \d+\.\d s$/ });
    const address = await link.inputValue();
    expect(address).toMatch(/\/runs\/[\w-]+\?t=\d+(\.\d+)?$/);
    const guest = await open(browser, address);
    await guest.reaches("done");
    await guest.output("words").filter({ hasNotText: "19" }).waitFor();
    expect(await guest.output("words").textContent()).toBe(words);
  });
});

describe("a run in a tab that nobody looks at", () => {
  const hide = () =>
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  /** What the page has told, as the browser was asked to show it. */
  const record = () => {
    const told: string[] = [];
    Object.assign(window, { told, asked: 0 });
    const Real = Notification;
    let permission: NotificationPermission = "default";
    class Recorded extends EventTarget {
      static get permission() {
        return permission;
      }
      static async requestPermission() {
        Object.assign(window, { asked: Reflect.get(window, "asked") + 1 });
        permission = Reflect.get(window, "answer") ?? "granted";
        return permission;
      }
      constructor(title: string, options?: NotificationOptions) {
        super();
        told.push(`${title}: ${options?.body}`);
      }
      close() {}
    }
    Object.defineProperty(window, "Notification", { value: Recorded });
    return Real;
  };

  it("tells of its end once somebody has asked for it, and its icon carries how far it is", async () => {
    const demo = await open(browser, "/demos/seeded", {
      async before(page) {
        await page.addInitScript(record);
      },
    });
    const { page } = demo;
    const told = () => page.evaluate(() => Reflect.get(window, "told") as string[]);
    const asked = () => page.evaluate(() => Reflect.get(window, "asked") as number);
    const icon = () =>
      page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel~=icon]")?.href);
    const own = await icon();
    await demo.field("Steps").fill("30");
    await demo.run.click();
    const tell = page.getByRole("button", { name: "Tell me when it is done" });
    await tell.waitFor();
    expect(await asked()).toBe(0);
    await tell.press("Enter");
    await page.getByRole("button", { name: "You will be told", pressed: true }).waitFor();
    await page.waitForFunction(() =>
      document.querySelector<HTMLLinkElement>("link[rel~=icon]")?.href.startsWith("data:image/svg"),
    );
    await page.waitForFunction(() => /^Running \d+ % · Seeded$/.test(document.title));
    await page.evaluate(hide);
    await demo.reaches("done");
    await page.waitForFunction(() => (Reflect.get(window, "told") as string[]).length > 0);
    expect(await told()).toEqual([expect.stringMatching(/^Seeded: Done in/)]);
    expect(await icon()).toBe(own);

    // Of the next run too, without another question. Whoever looks on needs no word.
    await demo.field("Steps").fill("2");
    await page.evaluate(() =>
      Object.defineProperty(document, "hidden", { configurable: true, get: () => false }),
    );
    await demo.run.click();
    await demo.reaches("done");
    await page.evaluate(hide);
    await demo.run.click();
    await page.waitForFunction(() => (Reflect.get(window, "told") as string[]).length > 1);
    expect(await told()).toHaveLength(2);
    expect(await asked()).toBe(1);
  });

  it("tells nothing to who has refused, and does not ask again; nor in an embed", async () => {
    const demo = await open(browser, "/demos/seeded", {
      before: async (page) => {
        await page.addInitScript(record);
        await page.addInitScript(() => Object.assign(window, { answer: "default" }));
      },
    });
    const { page } = demo;
    await demo.field("Steps").fill("1000");
    await demo.run.click();
    const tell = page.getByRole("button", { name: "Tell me when it is done" });
    await tell.click();
    await tell.waitFor({ state: "detached" });
    await page.reload();
    await demo.reaches("running");
    await page.getByRole("button", { name: "Share" }).waitFor();
    expect(await tell.count()).toBe(0);
    await demo.stop.click();
    await demo.reaches("cancelled");

    await page.goto(new URL("/embed/seeded", page.url()).href);
    await demo.stop.or(demo.run).waitFor();
    await demo.run.click();
    await demo.reaches("running", "done");
    expect(await page.getByRole("button", { name: /Tell me|Share|Run again/ }).count()).toBe(0);
    expect(await page.getByText("Your runs").count()).toBe(0);
  });
});
