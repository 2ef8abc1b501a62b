import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { axeFindings } from "./axe-findings";
import { open } from "./demo-page";

describe("the controls of a form", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** What the focus is on: its label, or what it says. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement;
      const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent;
      return label ?? element.textContent ?? "";
    });

  async function press(page: Page, ...keys: string[]) {
    for (const key of keys) await page.keyboard.press(key);
  }

  async function tabTo(page: Page, name: string) {
    const passed: string[] = [];
    while (passed.length < 12) {
      await page.keyboard.press("Tab");
      passed.push(await focused(page));
      if (passed.at(-1)?.startsWith(name)) return;
    }
    throw new Error(`Tab never came to ${name}, but to: ${passed.join(", ")}`);
  }

  async function nothingForAxe(page: Page) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
  }

  it("are filled by keyboard alone, and what is wrong in a folded group unfolds it", async () => {
    const demo = await open(browser, "/demos/every-control", {
      reducedMotion: "reduce",
      locale: "en-US",
    });
    const { page } = demo;
    const group = page.locator("[data-group=advanced]");
    const isOpen = () => group.evaluate((details) => (details as HTMLDetailsElement).open);
    expect(await isOpen()).toBe(false);

    await tabTo(page, "Story");
    await press(page, "Control+End", "Enter");
    await page.keyboard.type("upon a time");
    await tabTo(page, "calm");
    await press(page, "ArrowDown");
    expect(await focused(page)).toBe("wild");
    await tabTo(page, "sky");
    await tabTo(page, "the deep sea");
    await press(page, "Space", "Tab", "Space");
    await tabTo(page, "Pick: Tint");
    // Three are one too many, which is said once the choices are left.
    await page.getByText(/Layers must be a list of 1 to 2 .*; 3 are chosen/).waitFor();
    await press(page, "Shift+Tab", "Space");
    await tabTo(page, "Tint");
    await press(page, "Control+A");
    await page.keyboard.type("0A7");
    await tabTo(page, "Day");
    await page.keyboard.type("02282025");
    await tabTo(page, "Program");
    expect(await demo.field("Tint").inputValue()).toBe("#00aa77");
    await press(page, "Control+End", "Enter");
    await page.keyboard.type("# two");
    await press(page, "Enter", "Tab");
    await page.keyboard.type("# three");
    await press(page, "Enter", "Shift+Tab", "Shift+Tab", "Shift+Tab");
    await page.keyboard.type("f()");
    // Back where it came from and on, although Tab means something else in it.
    await press(page, "Escape", "Shift+Tab");
    expect(await focused(page)).not.toMatch(/^Program/);
    await tabTo(page, "Program");
    await press(page, "Escape", "Tab");
    expect(await focused(page)).toMatch(/^Advanced/);

    await press(page, "Enter");
    await tabTo(page, "Settings");
    await press(page, "Control+A");
    await page.keyboard.type('{\n"depth" 10}');
    await page.getByText("line 2, column 9: a colon is missing").waitFor();
    await press(page, "Control+A");
    await page.keyboard.type('{"depth": 10}');
    await press(page, "Escape");
    await tabTo(page, "Meeting");
    await tabTo(page, "Count");
    await press(page, "Control+A");
    await page.keyboard.type("9");
    const fold = async () => {
      await page.keyboard.press("Control+Home");
      while (!/^Advanced/.test(await focused(page))) await press(page, "Escape", "Shift+Tab");
      await press(page, "Enter");
      expect(await isOpen()).toBe(false);
      await group.getByText("2 changed").waitFor();
    };
    await fold();
    await press(page, "Control+Enter");
    await page.getByText(/Count must be a whole number from 0 to 5; this is 9/).waitFor();
    expect(await isOpen()).toBe(true);
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid"));
    expect(await focused(page)).toBe("Count");
    await press(page, "Control+A");
    await page.keyboard.type("0");
    await fold();
    // That the schema refuses it, only the server can tell.
    await press(page, "Control+Enter");
    await page.getByText(/"settings" must be JSON .*; at depth: /).waitFor();
    expect(await isOpen()).toBe(true);
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid"));
    expect(await focused(page)).toBe("Settings");
    await nothingForAxe(page);
    await press(page, "Control+A");
    await page.keyboard.type('{"depth": 4, "names": ["אבג"]}');
    await press(page, "Control+Enter");
    await demo.reaches("done");

    const given = (await demo.output("given").textContent()) ?? "";
    for (const part of [
      'story: "Once\\nupon a time"',
      'mood: "wild"',
      '0: "sky"1: "the deep sea"',
      'tint: "#00aa77"',
      'day: "2025-02-28"',
      'program: "def f():\\n    return 1\\n    # two\\n        # three\\nf()"',
      "settings: { 2 }",
      'meeting: "2026-11-21T15:04"',
      "count: 0",
    ]) {
      expect(given).toContain(part);
    }

    await page.goto(new URL(`/runs/${await demo.runId()}`, page.url()).href);
    await demo.reaches("done");
    const list = page.locator("dl").first();
    for (const part of ["sky, the deep sea", "#00aa77", "2025-02-28", '"depth": 4', "# three"]) {
      await list.getByText(part).waitFor();
    }
    await nothingForAxe(page);
  });

  it("feed a run that goes on, those of a group too, and come to the browser's own in an embed", async () => {
    const demo = await open(browser, "/embed/live-controls", { reducedMotion: "reduce" });
    const { page } = demo;
    await demo.run.click();
    await demo.shows("given", 'mood: "calm"');
    await demo.field("calm").focus();
    await press(page, "ArrowDown");
    await demo.shows("given", 'mood: "wild"');
    await tabTo(page, "sky");
    await press(page, "Space");
    await demo.shows("given", '0: "sky"');
    await tabTo(page, "Advanced");
    await press(page, "Enter");
    await tabTo(page, "Tint");
    await press(page, "Control+A");
    await page.keyboard.type("#123456");
    await demo.shows("given", 'tint: "#123456"');
    await tabTo(page, "Settings");
    await press(page, "Control+A");
    await page.keyboard.type('{"depth": 7}');
    await demo.shows("given", "depth: 7");
    await nothingForAxe(page);
    await demo.field("Story").fill("end");
    await demo.reaches("done");
  });
});
