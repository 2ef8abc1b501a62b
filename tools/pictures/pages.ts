import { type DemoPage, demoPage } from "../../tests/e2e/demo-page";
import type { TcpProxy } from "../../tests/tcp-proxy";

/** A page in a state that is worth looking at. */
export interface PictureOf {
  /** Names its file. */
  name: string;
  path: string;
  /** Brings the page there from where it was opened. */
  reach?: (demo: DemoPage, wire: TcpProxy) => Promise<unknown>;
  /** Taken at 320 px, too. */
  narrow?: true;
  /** Of a wide picture, in pixels; default: 900. */
  height?: number;
  /** All of the page, also where it is wide. */
  whole?: true;
  /** The name that its picture has in docs/images, of a wide page in light. */
  shownAs?: string;
}

const finish = (demo: DemoPage) => demo.run.click().then(() => demo.reaches("done"));

async function openItsRun(demo: DemoPage): Promise<void> {
  await finish(demo);
  await demo.page.goto(new URL(`/runs/${await demo.runId()}`, demo.page.url()).href);
  await demo.reaches("done");
}

/** Two runs that have ended, and are looked at in their midst. */
async function compareCurves(demo: DemoPage): Promise<void> {
  const { page } = demo;
  await finish(demo);
  await page.getByRole("slider", { name: "Hidden units" }).press("Home");
  await page.getByRole("slider", { name: "Learning rate" }).press("End");
  await finish(demo);
  await tickAll(demo);
  const bar = page.getByRole("slider", { name: "Timeline" });
  await bar.press("PageDown");
  await bar.press("PageDown");
  await page.locator("[data-column=B][data-instant]").waitFor();
}

async function comparePictures(demo: DemoPage): Promise<void> {
  const { page } = demo;
  await page.getByRole("slider", { name: "Steps" }).press("End");
  await finish(demo);
  for (let press = 0; press < 4; press++) {
    await page.getByRole("slider", { name: "Steps" }).press("ArrowLeft");
  }
  await finish(demo);
  await tickAll(demo);
  await page.getByRole("slider", { name: "Timeline" }).press("Home");
  for (let press = 0; press < 9; press++) {
    await page.getByRole("slider", { name: "Timeline" }).press("ArrowRight");
  }
  await page.locator("[data-column=A] img").first().waitFor();
}

/** Runs of two demos, the first of which goes on. */
async function compareReports(demo: DemoPage): Promise<void> {
  await finish(demo);
  const report = await demo.runId();
  const go = (path: string) => demo.page.goto(new URL(path, demo.page.url()).href);
  await go("/demos/training-curve");
  await demo.run.click();
  await demo.page.getByRole("link", { name: "This run" }).waitFor();
  const runs = [report, await demo.runId(), "gone-by-now"].map((run) => `run=${run}`);
  await go(`/compare?${runs.join("&")}`);
  await demo.page.locator("[data-column=B] [data-output]").first().waitFor();
}

async function tickAll({ page }: DemoPage): Promise<void> {
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const boxes = page.getByRole("checkbox", { name: /^Compare: /, checked: false });
  await boxes.first().click();
  await page.getByRole("link", { name: /^Compare \d runs/ }).click();
  await page.getByRole("slider", { name: "Timeline" }).waitFor();
}

async function say(demo: DemoPage, words: string): Promise<void> {
  await demo.page.getByRole("textbox", { name: "Message" }).fill(words);
  await demo.page.keyboard.press("Enter");
}

export const pages: readonly PictureOf[] = [
  { name: "fake-diffusion", path: "/demos/fake-diffusion", narrow: true },
  {
    name: "fake-diffusion-running",
    path: "/demos/fake-diffusion",
    height: 1000,
    async reach(demo) {
      await demo.page.getByRole("slider", { name: "Steps" }).press("End");
      await demo.run.click();
      await demo.page.locator("[data-clock]", { hasText: /^[4-9]/ }).waitFor();
    },
  },
  { name: "fake-diffusion-done", path: "/demos/fake-diffusion", reach: finish },
  { name: "run", path: "/demos/fake-diffusion", reach: openItsRun },
  { name: "compare", path: "/demos/training-curve", shownAs: "compare", reach: compareCurves },
  {
    name: "compare-wipe",
    path: "/demos/fake-diffusion",
    async reach(demo) {
      await comparePictures(demo);
      await demo.page.getByRole("button", { name: "Wipe" }).click();
      await demo.page.getByRole("img", { name: "Picture of run B" }).waitFor();
    },
  },
  { name: "compare-texts", path: "/demos/report", reach: compareReports },
  { name: "count-up-done", path: "/demos/count-up", reach: finish },
  {
    name: "training-curve",
    path: "/demos/training-curve",
    shownAs: "training-curve",
    reach: finish,
  },
  { name: "classify", path: "/demos/classify", shownAs: "classify", reach: finish },
  { name: "report", path: "/demos/report", shownAs: "report", reach: finish },
  { name: "chat-empty", path: "/demos/chat" },
  {
    name: "chat",
    path: "/demos/chat",
    shownAs: "chat",
    async reach(demo) {
      await say(demo, "What is a generator?");
      await demo.page.getByRole("button", { name: "Retry" }).first().waitFor();
    },
  },
  {
    name: "life",
    path: "/demos/life",
    shownAs: "life",
    async reach(demo) {
      await demo.field("Pattern").click();
      await demo.page.getByRole("option", { name: "Random" }).click();
      await demo.page.getByLabel("Wraps").click();
      await demo.run.click();
      await demo.page.locator("[data-clock]", { hasText: /^[4-9]/ }).waitFor();
    },
  },
  { name: "life-done", path: "/demos/life", reach: finish },
  { name: "synth", path: "/demos/synth" },
  { name: "speech", path: "/demos/speech" },
  { name: "level-meter", path: "/demos/level-meter" },
  { name: "keep-repeating-video", path: "/demos/keep-repeating-video" },
  { name: "object-detection", path: "/demos/object-detection" },
  { name: "type-to-paint", path: "/demos/type-to-paint" },
  {
    name: "studio",
    path: "/examples/studio",
    shownAs: "studio",
    async reach({ page }) {
      const form = (name: string) => page.getByRole("form", { name });
      await form("Picture").getByRole("button", { name: /^Run/ }).click();
      await form("Count").getByRole("button", { name: /^Run/ }).click();
      await page.getByText("Step 3 of 5").waitFor();
    },
  },
  { name: "embed", path: "/embed/fake-diffusion" },
  {
    name: "embed-done",
    path: "/embed/fake-diffusion",
    reach: async (demo) => finish(demoPage(demo.page)),
  },
  { name: "not-found", path: "/demos/nothing-here" },
  // By now each demo's example has run.
  { name: "gallery", path: "/", narrow: true, whole: true },
];
