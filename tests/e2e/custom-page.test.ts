import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { axeFindings } from "./axe-findings";
import { siteUrl } from "./demo-page";

const address = `${siteUrl}/examples/studio`;

/** One of the page's two demos. */
interface Part {
  form: Locator;
  run: Locator;
  stop: Locator;
}

describe("the example of a page of one's own", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function openStudio(before?: (page: Page) => Promise<void>) {
    const page = await browser.newPage({ reducedMotion: "reduce" });
    await before?.(page);
    await page.goto(address);
    await page.waitForFunction(() => window.yieldcastEarly?.told.length === 2);
    const part = (name: string): Part => {
      const form = page.getByRole("form", { name });
      const button = (label: RegExp) => form.getByRole("button", { name: label });
      return { form, run: button(/^Run/), stop: button(/^Stop/) };
    };
    return {
      page,
      picture: part("Picture"),
      count: part("Count"),
      counted: page.getByRole("status", { name: "Counted" }),
      steps: page.getByRole("slider", { name: "Steps" }),
      phase: page.locator("[data-phase]"),
      shown: page.getByRole("img", { name: "Picture" }),
    };
  }

  it("comes from the server with its forms and the room of its picture", async () => {
    const html = await (await fetch(address)).text();
    expect(html).toContain("Two demos on a page of its own layout.");
    for (const label of ["Steps", "To"]) expect(html).toMatch(new RegExp(`>${label}</`));
    expect(html).toMatch(/<figure[^>]*data-output="picture"/);
    // Its own values, rather than the demo's default.
    expect(html).toMatch(/type="range"[^>]*value="5"|value="5"[^>]*type="range"/);
  });

  it("runs two demos at once, each by its own form, and finds both again after a reload", async () => {
    const scripts = new Set<string>();
    const studio = await openStudio(async (page) => {
      page.on("response", (response) => {
        if (/\.js($|\?)/.test(response.url())) scripts.add(response.url());
      });
      await page.addInitScript(() => {
        const shifts: string[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput, sources } = entry as PerformanceEntry & LayoutShift;
            // What a field shows moves as its value does, such as a slider's thumb.
            const moved = sources
              .map(({ node }) => node?.parentElement)
              .filter((element) => !element?.closest("[data-input]"))
              .map((element) => element?.outerHTML.slice(0, 200));
            if (!hadRecentInput && moved.length > 0) shifts.push(`${value}: ${moved}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
    });
    const { page, picture, count, counted, steps, phase, shown } = studio;
    const box = async (what: Locator) => (await what.boundingBox()) ?? { x: 0, width: 0 };
    const [stage, form] = [
      await box(page.locator("[data-output=picture]")),
      await box(picture.form),
    ];
    expect(form.x).toBeGreaterThan(stage.x + stage.width);

    // Keys are for the form in which they are pressed.
    await steps.press("End");
    await steps.press("Control+Enter");
    await picture.stop.waitFor();
    expect(await count.run.count()).toBe(1);
    await count.form.getByLabel("To", { exact: true }).fill("100");
    await count.form.getByLabel("To", { exact: true }).press("Enter");
    await counted.getByText("1", { exact: true }).waitFor();
    await shown.waitFor();
    expect(await page.locator("[data-phase=running]").count()).toBe(1);
    const loading = [...scripts].map(async (script) => (await fetch(script)).text());
    const bodies = (await Promise.all(loading)).join("\n");

    await page.reload();
    await picture.stop.waitFor();
    await shown.waitFor();
    expect(await steps.getAttribute("value")).toBe("10");
    expect(await count.form.getByLabel("To", { exact: true }).inputValue()).toBe("100");
    await counted.getByText("3", { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    // Esc stops the one in whose form it is pressed; the other goes on.
    await count.stop.press("Escape");
    await count.run.waitFor();
    expect(await picture.stop.count()).toBe(1);
    await picture.stop.click();
    await page.locator("[data-phase=cancelled]").waitFor();
    expect(await phase.count()).toBe(1);

    // One scrubber, wherever the page has put the output; and the run is in this browser's history.
    const scrubber = page.getByRole("slider", { name: "Timeline" });
    await scrubber.press("Home");
    await shown.waitFor({ state: "hidden" });
    await scrubber.press("End");
    await shown.waitFor();
    await page.getByRole("heading", { name: "Your runs" }).waitFor();
    await page.getByRole("button", { name: "Run again" }).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }

    const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    expect(shifts).toEqual([]);
    expect(bodies).toContain("Full screen");
    // Neither what a demo does comes into the browser, nor a kind that this page has not.
    expect(bodies).not.toContain("A picture appears out of noise");
    expect(bodies).not.toContain("randomBytes");
    expect(bodies).not.toContain("Download as CSV");
  });

  it("says beside its field what is wrong, without moving the button that is being pressed", async () => {
    const { page, count, picture, counted } = await openStudio();
    await page.setViewportSize({ width: 390, height: 844 });
    const to = count.form.getByLabel("To", { exact: true });
    await to.fill("-123456789");
    await count.run.scrollIntoViewIfNeeded();
    const { x, y } = (await count.run.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(x + 20, y + 2);
    await page.mouse.down();
    expect(await to.getAttribute("aria-invalid")).toBe("false");
    await page.mouse.up();
    await count.form.getByText("To must be a whole number from 0 to 10000").waitFor();
    // It was a press of Run, which takes to what is wrong.
    await page.waitForFunction(
      () => document.activeElement?.getAttribute("aria-invalid") === "true",
    );
    expect(await counted.textContent()).toBe("–");
    expect(await picture.run.count()).toBe(1);
    await to.fill("1");
    await to.press("Enter");
    await counted.getByText("0", { exact: true }).waitFor();
    await count.run.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it("has one demo twice, each with a run of its own, also after a reload", async () => {
    const page = await browser.newPage({ reducedMotion: "reduce" });
    await page.goto(`${siteUrl}/examples/duet`);
    await page.waitForFunction(() => window.yieldcastEarly?.told.length === 2);
    const side = (label: string) => {
      const region = page.getByRole("region", { name: label, exact: true });
      return {
        steps: region.getByRole("slider", { name: "Steps" }),
        run: region.getByRole("button", { name: /^Run/ }),
        status: region.getByRole("status"),
        frames: region.getByText(/^\d frames/),
      };
    };
    const [left, right] = [side("Left"), side("Right")];
    expect([await left.steps.inputValue(), await right.steps.inputValue()]).toEqual(["2", "8"]);
    await left.steps.press("Home");
    await left.run.click();
    await left.status.filter({ hasText: "Done in" }).waitFor();
    expect(await right.status.textContent()).toBe("Ready");
    await right.steps.press("Home");
    await right.steps.press("ArrowRight");
    await right.run.click();
    await right.status.filter({ hasText: "Done in" }).waitFor();
    await page.reload();
    await left.frames.filter({ hasText: "2 frames" }).waitFor();
    await right.frames.filter({ hasText: "3 frames" }).waitFor();
    expect([await left.steps.inputValue(), await right.steps.inputValue()]).toEqual(["1", "2"]);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}
