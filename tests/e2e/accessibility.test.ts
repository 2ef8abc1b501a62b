import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { axeFindings } from "./axe-findings";
import { type DemoPage, open } from "./demo-page";

/** What reaches beyond the page at the right, but for what scrolls in a room of its own. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && !element.closest("[aria-hidden=true]"))
      .filter((element) => !element.closest(".sr-only") && !scrolls(element.parentElement))
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

const finish = (demo: DemoPage) => demo.run.click().then(() => demo.reaches("done", "failed"));
const press = (demo: DemoPage) => demo.run.click();
const record = (demo: DemoPage) => demo.page.getByRole("button", { name: "Record" }).click();

/** Every sort of page in every state that looks different. */
const states: { name: string; path: string; reach?: (demo: DemoPage) => Promise<unknown> }[] = [
  { name: "the gallery", path: "/" },
  { name: "a demo before its run", path: "/demos/every-input" },
  {
    name: "a running demo",
    path: "/demos/count-up",
    reach: (demo) => press(demo).then(() => demo.shows("count", /\d/)),
  },
  { name: "all outputs of a finished run", path: "/demos/every-output", reach: finish },
  { name: "progress and notices", path: "/demos/reporting", reach: finish },
  { name: "pictures", path: "/demos/type-to-paint", reach: (demo) => demo.reaches("done") },
  {
    name: "a failed run",
    path: "/demos/failing",
    async reach(demo) {
      await demo.field("How").click();
      await demo.page.getByRole("option", { name: "shown" }).click();
      await finish(demo);
    },
  },
  {
    name: "a wrong input",
    path: "/demos/count-up",
    reach: (demo) =>
      demo
        .field("To")
        .fill("-1")
        .then(() => press(demo)),
  },
  { name: "a sound to give", path: "/demos/give-sound" },
  {
    name: "a recording",
    path: "/demos/give-sound",
    reach: (demo) => record(demo).then(() => demo.page.getByText("Recording").waitFor()),
  },
  {
    name: "a sound that is given",
    path: "/demos/give-sound",
    reach: (demo) =>
      record(demo).then(() =>
        demo.page
          .getByText(/uploaded/)
          .first()
          .waitFor(),
      ),
  },
  {
    name: "a file that is not given",
    path: "/demos/give-file",
    reach: (demo) => press(demo).then(() => demo.page.getByText("is not given yet").waitFor()),
  },
  {
    name: "a webcam that is on",
    path: "/demos/give-picture",
    async reach({ page }) {
      await page.getByRole("button", { name: "Webcam" }).click();
      await page.getByText("The webcam is on").waitFor();
    },
  },
  {
    name: "a microphone that feeds a run",
    path: "/demos/give-voice",
    reach: (demo) => press(demo).then(() => demo.page.getByText("Listening").waitFor()),
  },
  { name: "pictures that feed a run", path: "/demos/give-frames" },
  {
    name: "sound that waits for more",
    path: "/demos/play-noise",
    async reach(demo) {
      await demo.field("Pause").fill("5000");
      await demo.field("Pause at").fill("2");
      await press(demo);
      await demo.page.locator("[data-player=waiting]").waitFor();
    },
  },
  {
    name: "a film at its end",
    path: "/demos/play-film",
    reach: (demo) => press(demo).then(() => demo.page.locator("[data-player=ended]").waitFor()),
  },
  { name: "sound, video and a file as files", path: "/demos/play-whole", reach: finish },
  { name: "an embed", path: "/embed/fake-diffusion" },
  { name: "no such page", path: "/there-is-none" },
  { name: "no such demo", path: "/demos/there-is-none" },
  { name: "no such run", path: "/runs/there-is-none" },
  {
    name: "a run's own page",
    path: "/demos/every-output",
    async reach(demo) {
      await finish(demo);
      await demo.page.goto(new URL(`/runs/${await demo.runId()}`, demo.page.url()).href);
      await demo.reaches("done");
    },
  },
];

const themes = ["light", "dark"] as const;
const widths = [1280, 390];

describe("every page, in every state", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(async () => {
    // That there is no such page is what some of these are about.
    const faults = browser.takeFaults().filter((fault) => !fault.includes("404"));
    await browser.closePages();
    expect(faults).toEqual([]);
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  async function visit({ path, reach }: (typeof states)[number]): Promise<Page> {
    // Without motion, lest something be looked at while it fades.
    const demo = await open(browser, path, { reducedMotion: "reduce" });
    await reach?.(demo);
    return demo.page;
  }

  it.each(states)(
    "has nothing for axe to find and nothing that sticks out: $name",
    async (state) => {
      const page = await visit(state);
      const found: Record<string, string[]> = {};
      for (const colorScheme of themes) {
        for (const width of widths) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          const here = await axeFindings(page);
          if (here.length > 0) found[`${colorScheme}, ${width} px`] = here;
        }
      }
      expect(found).toEqual({});
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await stickingOut(page)).toEqual([]);
    },
  );
});
