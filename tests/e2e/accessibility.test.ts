import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { type DemoPage, type OpenOptions, open } from "./demo-page";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const source = readFileSync(
  createRequire(path.join(process.cwd(), "package.json")).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Everything that axe finds, with where. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  });
}

const finish = (demo: DemoPage) => demo.run.click().then(() => demo.reaches("done", "failed"));
const press = (demo: DemoPage) => demo.run.click();

/** Every sort of page in every state that looks different. */
const states: { name: string; path: string; reach?: (demo: DemoPage) => Promise<unknown> }[] = [
  { name: "the gallery", path: "/" },
  { name: "a demo before its run", path: "/demos/every-input" },
  {
    name: "a running demo",
    path: "/demos/count-up",
    reach: (demo) => press(demo).then(() => demo.shows("count", "0")),
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
  { name: "an embed", path: "/embed/fake-diffusion" },
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

describe("every page, in every state", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function visit({ path, reach }: (typeof states)[number], options: OpenOptions) {
    const demo = await open(browser, path, options);
    await reach?.(demo);
    return demo.page;
  }

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 390]) {
      it(`gives axe nothing to find: ${colorScheme}, ${width} px`, async () => {
        const viewport = { width, height: 900 };
        for (const state of states) {
          // Without motion, lest something be looked at while it fades.
          const page = await visit(state, { colorScheme, viewport, reducedMotion: "reduce" });
          expect({ state: state.name, found: await findings(page) }).toEqual({
            state: state.name,
            found: [],
          });
          await page.context().close();
        }
      }, 60_000);
    }
  }

  it("fits into 320 px: nothing sticks out at the side", async () => {
    for (const state of states) {
      const page = await visit(state, { viewport: { width: 320, height: 640 } });
      const wide = await page.evaluate(() => {
        const inner = document.documentElement.clientWidth;
        return [...document.querySelectorAll("body *")]
          .filter((element) => element.checkVisibility() && !element.closest("[aria-hidden=true]"))
          .filter((element) => element.getBoundingClientRect().right > inner + 0.5)
          .filter((element) => !element.closest("[data-output] section, .sr-only"))
          .map((element) => element.outerHTML.slice(0, 120));
      });
      expect({ state: state.name, wide }).toEqual({ state: state.name, wide: [] });
      await page.context().close();
    }
  }, 60_000);
});
