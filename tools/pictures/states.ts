import { type DemoPage, demoPage } from "../../tests/e2e/demo-page";
import { givenField } from "../../tests/e2e/given";
import type { PictureOf } from "./pages";

/*
 * States that somebody sees seldom, or only for a moment: what runs, what was not taken, what was lost,
 * what lies behind a tab or a dialog.
 */

const runs = (name: string, until: (demo: DemoPage) => Promise<unknown>): PictureOf => ({
  name: `${name}-running`,
  path: `/demos/${name}`,
  async reach(demo) {
    await demo.run.click();
    await until(demo);
  },
});

const clockSays = (pattern: RegExp) => (demo: DemoPage) =>
  demo.page.locator("[data-clock]", { hasText: pattern }).waitFor();

const tab = (name: string): PictureOf => ({
  name: `fake-diffusion-${name.toLowerCase()}-tab`,
  path: `/demos/fake-diffusion#${name.toLowerCase()}`,
  whole: true,
  reach: ({ page }) =>
    page.getByRole("tabpanel", { name }).locator("figure, iframe").first().waitFor(),
});

const outOfReach = (name: string, path: string): PictureOf => ({
  name,
  path,
  async reach(demo, wire) {
    await demo.run.click();
    await clockSays(/^[2-9]/)(demo);
    wire.block();
    wire.cut();
    await demo.lost.waitFor();
  },
});

async function record(demo: DemoPage): Promise<void> {
  const clip = givenField(demo, "clip");
  const webcam = demo.page.getByRole("button", { name: "Webcam" });
  if ((await webcam.count()) > 0) await clip.press("Webcam");
  await clip.press("Record");
  await clip.field.locator("[data-elapsed]", { hasText: "0:01" }).waitFor();
  await clip.press(/^Stop/);
  await clip.says(/uploaded/);
}

const repeated = (name: string): PictureOf => ({
  name: `${name}-done`,
  path: `/demos/${name}`,
  async reach(demo) {
    await record(demo);
    await demo.run.click();
    await demo.reaches("done");
  },
});

export const states: readonly PictureOf[] = [
  runs("count-up", clockSays(/^[2-9]/)),
  runs("report", clockSays(/^[1-9]/)),
  runs("training-curve", clockSays(/^[2-9]/)),
  runs("classify", clockSays(/^[1-9]/)),
  runs("synth", clockSays(/^[5-9]/)),
  runs("speech", clockSays(/^[1-9]/)),
  runs("level-meter", clockSays(/^[4-9]/)),
  runs("object-detection", (demo) => demo.picture("picture").waitFor()),
  {
    name: "speech-done",
    path: "/demos/speech",
    reach: (demo) => demo.run.click().then(() => demo.reaches("done")),
  },
  repeated("keep-repeating-audio"),
  repeated("keep-repeating-video"),
  {
    name: "keep-repeating-audio-missing",
    path: "/demos/keep-repeating-audio",
    reach: (demo) => demo.run.click(),
  },
  {
    name: "count-up-fault",
    path: "/demos/count-up",
    async reach(demo) {
      await demo.field("To").fill("-5");
      await demo.field("To").press("Tab");
    },
  },
  tab("API"),
  tab("Embed"),
  tab("Source"),
  {
    name: "fake-diffusion-share",
    path: "/demos/fake-diffusion",
    async reach(demo) {
      await demo.run.click();
      await demo.reaches("done");
      await demo.page.getByRole("button", { name: "Share" }).click();
      await demo.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "chat-answering",
    path: "/demos/chat",
    async reach({ page }) {
      await page.getByRole("textbox", { name: "Message" }).fill("What is a generator?");
      await page.keyboard.press("Enter");
      await page.locator("summary").first().click();
    },
  },
  {
    name: "fake-diffusion-history",
    path: "/demos/fake-diffusion",
    narrow: true,
    whole: true,
    async reach(demo) {
      const steps = demo.page.getByRole("slider", { name: "Steps" });
      for (const key of ["Home", "ArrowRight", "ArrowRight"]) {
        await steps.press(key);
        await demo.run.click();
        await demo.reaches("running");
        await demo.reaches("done");
      }
      await steps.press("ArrowRight");
    },
  },
  outOfReach("fake-diffusion-lost", "/demos/fake-diffusion"),
  outOfReach("embed-lost", "/embed/fake-diffusion"),
  {
    name: "embed-running",
    path: "/embed/report",
    async reach({ page }) {
      await demoPage(page).run.click();
      await clockSays(/^[3-9]/)(demoPage(page));
    },
  },
  { name: "embed-chat", path: "/embed/chat" },
  { name: "run-gone", path: "/runs/nothing-here" },
  { name: "embed-not-found", path: "/embed/nothing-here" },
  { name: "page-not-found", path: "/nothing-here" },
  { name: "compare-none", path: "/compare" },
  {
    name: "playground",
    path: "/playground",
    reach: ({ page }) => page.locator(".graphiql-container").first().waitFor(),
  },
];

/** Of the very end: the server is restarted, and the run is lost with it. */
export const failed: PictureOf = {
  name: "fake-diffusion-failed",
  path: "/demos/fake-diffusion",
  narrow: true,
};
