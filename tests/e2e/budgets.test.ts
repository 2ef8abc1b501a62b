import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { type FirstLoad, kB, measureFirstLoad, overBudget } from "./first-load";

/** Bytes, as gzip sends them. */
const embedBudget = 155_000;
const pageBudget = 210_000;

/** Those of the site, and the fixtures that have every kind between them. */
const demos = [
  ...namesIn("demos"),
  ...namesIn("tests/fixtures/demos").filter((name) => name.startsWith("every-")),
];

/** Next and React are 137 kB of any embed; the others are over by what their own kinds bring along. */
const embeds = ["chat", "count-up"];

/** Base UI's dropdown is 53 kB, and each field that takes files brings the same parts along. */
const heavy = ["every-input", "every-media", "life", "report", "synth"];

describe("what a first visit loads", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it(`stays within ${kB(embedBudget)} of scripts for an embed`, async () => {
    await expectWithin(
      embeds.map((name) => `/embed/${name}`),
      embedBudget,
    );
  });

  it(`stays within ${kB(pageBudget)} of scripts for any other page`, async () => {
    const within = demos.filter((name) => !heavy.includes(name));
    const paths = within.map((name) => `/demos/${name}`);
    await expectWithin(["/", "/examples/studio", ...paths], pageBudget);
  });

  it("is no more than 25 requests and 260 kB for a picture that comes out of noise", async () => {
    const load = await measureFirstLoad(browser, "/demos/fake-diffusion");
    expect(load.requests).toBeLessThanOrEqual(25);
    expect(load.bytes).toBeLessThanOrEqual(260_000);
  });

  /** All that are over it are named, not only the first. */
  async function expectWithin(paths: readonly string[], budget: number): Promise<void> {
    const loads = await measureAll(paths);
    if (process.env.BUDGETS) console.log(loads.map(inWords).join("\n"));
    expect(loads.flatMap((load) => overBudget(load, budget) ?? []).join("\n")).toBe("");
  }

  /** Some at once: a page mostly waits. */
  async function measureAll(paths: readonly string[]): Promise<FirstLoad[]> {
    const waiting = [...paths];
    const loads: FirstLoad[] = [];
    const measure = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        loads.push(await measureFirstLoad(browser, path));
      }
    };
    await Promise.all([measure(), measure(), measure(), measure()]);
    return loads;
  }
});

function inWords({ path, scripts, scriptBytes, requests, bytes }: FirstLoad): string {
  const late = scripts.filter(({ named }) => !named).length;
  return `${path}: ${kB(scriptBytes)} in ${scripts.length} scripts, ${late} of them not in the HTML; ${requests} requests, ${kB(bytes)} in all`;
}

/** Of the demos in a folder; what begins with `_` is a part of others. */
function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^[^_].*\.tsx?$/.test(file))
    .map((file) => file.replace(/\.tsx?$/, ""));
}
