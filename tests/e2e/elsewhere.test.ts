import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { snippets } from "@/lib/client/snippets";
import type { DemoUse } from "@/lib/demo/demo-use";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import type { Site } from "../site";
import { axeFindings } from "./axe-findings";
import { open } from "./demo-page";
import { createHostPage, type HostPage } from "./host-page";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

/** How far anything on the page has moved by itself: https://web.dev/articles/cls */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { shifts });
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, each) => sum + each, 0),
    );
}

async function axeInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeFindings(page)));
  }
  return found;
}

describe("below a demo", () => {
  it("programs are plain where the thread that colours them is not to be had, and coloured once it is", async () => {
    const { page } = await open(browser, "/demos/say-back", { reducedMotion: "reduce" });
    const thread = "**/turbopack-worker*";
    await page.context().route(thread, (route) => route.abort());
    const refused = page.context().waitForEvent("requestfailed");
    await page.getByRole("region", { name: "Use it elsewhere" }).scrollIntoViewIfNeeded();
    await page.keyboard.press("Shift");
    const code = page.getByRole("region", { name: "run.sh" });
    await code.getByText('"words": ""').waitFor();
    expect((await refused).url()).toContain("turbopack-worker");
    await page.context().unroute(thread);
    await page.getByRole("tab", { name: "Python" }).click();
    await page.getByRole("region", { name: "run.py" }).locator(".code-keyword").first().waitFor();
    expect(browser.takeFaults().filter((fault) => !fault.includes("Failed to load"))).toEqual([]);
  });

  it("programs carry the inputs as they are typed, by keyboard alone", async () => {
    let shifts: (() => Promise<number>) | undefined;
    const { page, field } = await open(browser, "/demos/say-back", {
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: "reduce",
      before: async (page) => {
        shifts = await watchShifts(page);
      },
    });
    // Nothing of it is fetched before somebody does anything.
    const code = page.getByRole("region", { name: "run.sh" });
    const room = page.getByRole("region", { name: "Use it elsewhere" });
    await room.getByRole("link", { name: "Embed" }).waitFor();
    expect(await page.getByRole("tab").count()).toBe(0);
    await room.scrollIntoViewIfNeeded();
    await page.keyboard.press("Shift");
    await code.getByText('"words": ""').waitFor();
    await field("Words").fill("it's <b>");
    await code.getByText("it\\u0027s \\u003cb>").waitFor();

    await page.getByRole("tab", { name: "curl" }).focus();
    await page.keyboard.press("End");
    await page
      .getByRole("region", { name: "schema.graphql" })
      .getByText("SayBackEvent")
      .first()
      .waitFor();
    await page.keyboard.press("ArrowLeft");
    const python = page.getByRole("region", { name: "run.py" });
    await python.getByText("it's").waitFor();
    await page.getByRole("button", { name: "Said" }).press("Space");
    await python.getByText("said").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Copy run.py" }).press("Enter");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# pip install [\s\S]*it's \\u003cb>[\s\S]*flush=True\)\n$/);
    expect(await axeInBothThemes(page)).toEqual([]);
    expect(await shifts?.()).toBe(0);
  });

  it("an address opens the tab that it names; the frame there is the demo with these inputs", async () => {
    const { page, field } = await open(browser, "/demos/say-back#embed", {
      reducedMotion: "reduce",
    });
    const tab = page.getByRole("tab", { name: "Embed" });
    await tab.and(page.locator("[aria-selected=true]")).waitFor();
    const code = page.getByRole("region", { name: "embed.html" });
    await field("Words").fill("a & b");
    await page.getByRole("button", { name: "Dark" }).click();
    await code.getByText('data-words="a &amp; b"').waitFor();
    await page.getByRole("button", { name: "Frame" }).click();
    await code.getByText("theme=dark&amp;words=a+%26+b").waitFor();
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Run" }).waitFor();
    expect(await frame.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await axeInBothThemes(page)).toEqual([]);
    await tab.press("ArrowRight");
    await page.getByText("YIELDCAST_SHOW_SOURCE").waitFor();
    expect(new URL(page.url()).hash).toBe("#source");
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(320);
    for (const name of ["Embed", "API"]) {
      await page.getByRole("tab", { name }).click();
      expect(await wide()).toBe(320);
    }
  });

  it("the playground opens with the operation and its variables", async () => {
    const { page, field } = await open(browser, "/demos/count-up#api");
    await field("To").fill("2");
    const link = page.getByRole("link", { name: "Open in the playground" });
    await link.and(page.locator('[href*="2%0A%7D"]')).waitFor();
    const opening = page.context().waitForEvent("page");
    await link.click();
    const playground = await opening;
    await playground.getByRole("button", { name: /^Execute query/ }).click();
    const answer = playground.locator(".graphiql-response");
    await answer.filter({ hasText: /"count":\s*1/ }).waitFor();
  });
});

describeOwn("a site that shows its demos' files and lets another one use its API", () => {
  let site: Site;
  let host: HostPage;
  let html = "";
  beforeAll(async () => {
    host = await createHostPage({ html: () => html });
    site = await siteWith({ YIELDCAST_SHOW_SOURCE: "always", ALLOWED_ORIGINS: host.url });
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await host[Symbol.asyncDispose]();
  });

  it("has the demo's file in colours, with numbers that are not copied", async () => {
    const { page } = await open(browser, "/demos/say-back#source", {
      at: site.url,
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: "reduce",
    });
    const source = page.getByRole("region", { name: "demos/say-back.ts" });
    await source.getByText("defineDemo").first().waitFor();
    await page.getByRole("button", { name: "Copy demos/say-back.ts" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^import \{ checkbox[\s\S]*\n\}\);\n$/);
    expect(await axeInBothThemes(page)).toEqual([]);
  });

  it("is run by its program for browsers as it stands, hostile inputs included", async () => {
    const words = `</script><script>alert(1)</script><!-- ' " \\ \${x} \u2028 שלום`;
    const answer = await fetch(`${site.url}/demos/say-back/details`);
    const { parts } = (await answer.json()) as DemoUse;
    const api = `${site.url}/api/graphql`;
    const made = snippets({ parts, values: { words, size: `"large"` }, api });
    html = made.find(({ id }) => id === "browser")?.code ?? "";
    const page = await browser.newPage();
    await page.goto(host.url);
    const printed = page.locator("pre");
    await printed.filter({ hasText: ", last" }).waitFor();
    const lines = (await printed.textContent())?.trim().split(/\n/) ?? [];
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { given: { words }, said: { delta: "first" } },
      { given: null, said: { delta: ", last" } },
    ]);
  });
});
