import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { demoPage, open, siteUrl } from "./demo-page";

describe("a page whose scripts have not come yet", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** From here on no script comes, until what it gives is called. */
  async function holdScripts(page: Page) {
    let deliver = () => {};
    const delivered = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await delivered;
      await route.continue();
    });
    return deliver;
  }

  /** Opens a demo's page on a line that is so slow that only its HTML has come. */
  async function openSlowly(path: string) {
    const page = await browser.newPage();
    const deliver = await holdScripts(page);
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
      await demo.shows("count", /\d/);
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

  it("opens a dropdown that was pressed before its list had come, and takes the letters before it", async () => {
    const { page, field } = await open(browser, "/demos/every-input");
    const deliver = await holdScripts(page);
    await field("Mood").focus();
    await page.keyboard.press("c");
    await field("Mood").filter({ hasText: "calm" }).waitFor();
    await page.keyboard.press("ArrowDown");
    deliver();
    await page.getByRole("option", { name: "calm", selected: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await field("Mood").filter({ hasText: "wild" }).waitFor();
    await page.getByRole("listbox").waitFor({ state: "detached" });
    expect(await field("Mood").evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it("keeps what was typed in the very moment in which they woke up", async () => {
    const page = await browser.newPage();
    await page.addInitScript(typeOnceWoken, "To");
    await page.goto(`${siteUrl}/demos/count-up`);
    const demo = demoPage(page);
    await page.waitForFunction(() => "typedAt" in window);
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("count").textContent()).toBe("0");
    expect(await demo.field("To").inputValue()).toBe("1");
  });
});

/**
 * Types a 1 as soon as React has taken over a field, which it does in steps of its scheduler: between two of
 * them, as somebody may whose machine is slow.
 */
function typeOnceWoken(label: string): void {
  function look(): void {
    const labels = [...document.querySelectorAll("label")];
    const field = labels.find(({ textContent }) => textContent === label)?.control;
    const isWoken = field && Object.keys(field).some((key) => key.startsWith("__reactProps"));
    if ("typedAt" in window || !(isWoken && field instanceof HTMLInputElement)) return;
    Object.assign(window, { typedAt: performance.now() });
    field.focus();
    field.select();
    // As a keyboard does it, unlike a value that a script sets.
    document.execCommand("insertText", false, "1");
  }
  const Real = window.MessageChannel;
  window.MessageChannel = class extends Real {
    constructor() {
      super();
      const { port1 } = this;
      Object.defineProperty(port1, "onmessage", {
        set(listener: (event: MessageEvent) => void) {
          port1.addEventListener("message", (event) => {
            listener(event);
            look();
          });
          port1.start();
        },
      });
    }
  };
}
