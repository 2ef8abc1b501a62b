import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";

describe("the keyboard alone", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** What has the focus, as it is announced; and whether one sees that it has. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement;
      if (element === document.body) return { name: "", marked: true };
      const labels = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const name =
        element.getAttribute("aria-label") ??
        element.labels?.[0]?.textContent ??
        (labels.map((id) => document.getElementById(id)?.textContent).join(" ") ||
          element.textContent?.trim());
      // A slider's own input is invisible, and its thumb shows the focus for it.
      const marked = [element, element.parentElement].some(
        (each) => each && getComputedStyle(each).outlineStyle !== "none",
      );
      return { name: name ?? "", marked };
    });

  async function tabTo(page: Page, name: RegExp) {
    const passed: string[] = [];
    while (passed.length < 40) {
      await page.keyboard.press("Tab");
      const now = await focused(page);
      passed.push(now.name);
      if (!now.marked) throw new Error(`Nobody sees that "${now.name}" has the focus`);
      if (name.test(now.name)) return;
    }
    throw new Error(`Tab never came to ${name}, but to: ${passed.join(", ")}`);
  }

  it("goes from the gallery into a demo, fills its field, runs and stops it", async () => {
    const demo = await open(browser, "/");
    const { page } = demo;
    await tabTo(page, /Count up/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/demos/count-up");
    await demo.run.waitFor();
    await tabTo(page, /^To$/);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("60");
    await tabTo(page, /^Run/);
    await page.keyboard.press("Enter");
    await demo.shows("count", /[1-9]/);
    expect(await demo.facts.getByText("60").count()).toBe(0);
    // The button is still the one that has the focus.
    expect((await focused(page)).name).toMatch(/^Stop/);
    await page.keyboard.press("Enter");
    await demo.reaches("cancelled");
  });

  it.each(["Control", "Meta"])(
    "runs with %s+Enter and stops with Esc, wherever it is",
    async (key) => {
      const demo = await open(browser, "/demos/drip");
      await demo.field("Total").fill("100000");
      await demo.page.keyboard.press(`${key}+Enter`);
      await demo.shows("words", " 10 ");
      await demo.output("words").locator("section").focus();
      await demo.page.keyboard.press("Escape");
      await demo.reaches("cancelled");
      await demo.page.locator("body").press(`${key}+Enter`);
      await demo.reaches("running");
      await demo.page.keyboard.press("Escape");
      await demo.reaches("cancelled");
    },
  );

  it("reaches every input of every kind, and changes it", async () => {
    const demo = await open(browser, "/demos/every-input");
    const { page } = demo;
    const press = (...keys: string[]) =>
      keys.reduce((all, key) => all.then(() => page.keyboard.press(key)), Promise.resolve());
    await tabTo(page, /^Whole$/);
    await press("ArrowRight", "ArrowRight");
    await tabTo(page, /^Level$/);
    await press("End");
    await tabTo(page, /^Count$/);
    await press("ArrowUp");
    await tabTo(page, /^Words$/);
    await press("End");
    await page.keyboard.type(", you");
    await tabTo(page, /^Loud$/);
    await press("Space");
    await press("Tab", "Enter");
    await page.getByRole("option", { name: "wild", selected: true }).waitFor();
    await press("ArrowUp", "Enter");
    await page.getByRole("listbox").waitFor({ state: "detached" });
    await press("Control+Enter");
    await demo.reaches("done");
    await demo.shows("given", '"calm"');
    const given = (await demo.output("given").textContent()) ?? "";
    for (const part of ["whole: 5", "level: 1", "count: 15", 'words: "hello, you"', "loud: true"]) {
      expect(given).toContain(part);
    }
  });
});
