import { readdirSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { eventually } from "../eventually";
import { type FirstLoad, kB, measureFirstLoad, overBudget } from "./first-load";
import { query, statusOf } from "./query";

/** Bytes, as gzip sends them. */
const embedBudget = 155_000;
const pageBudget = 210_000;

/** All fields of files and of streams in one embed, 19 kB of them, which no demo has: each alone is within. */
const everyFieldOfFiles = { path: "/embed/every-media", budget: 165_000 };

/** Those of the site, and the fixtures that have every kind between them. */
const demos = [
  ...namesIn("demos"),
  ...namesIn("tests/fixtures/demos").filter((name) => name.startsWith("every-")),
];

/** Finished runs: of a number, pictures, a text with formulas, a plot and a table, and of a chat. */
const runs = {
  "count-up": "startCountUp(to: 3)",
  "fake-diffusion": "startFakeDiffusion(steps: 1)",
  report: "startReport(rounds: 3, speed: 1000)",
  "training-curve": "startTrainingCurve(epochs: 10)",
  chat: 'startChat(message: "Good morning.")',
};

describe("what a first visit loads", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it(`stays within ${kB(embedBudget)} of scripts for every embed`, async () => {
    const watched = await finishedRuns();
    const paths = [
      ...demos.map((name) => `/embed/${name}`).filter((path) => path !== everyFieldOfFiles.path),
      ...watched.map(({ demo, run }) => `/embed/${demo}?run=${run}`),
      "/embed/count-up?autorun=1",
    ];
    await expectWithin(paths, embedBudget);
    await expectWithin([everyFieldOfFiles.path], everyFieldOfFiles.budget);
  });

  it(`stays within ${kB(pageBudget)} of scripts for every other page`, async () => {
    const watched = await finishedRuns();
    const [one, other] = watched;
    const paths = [
      "/",
      "/examples/studio",
      `/compare?runs=${one?.run},${other?.run}`,
      ...demos.map((name) => `/demos/${name}`),
      ...watched.map(({ run }) => `/runs/${run}`),
    ];
    await expectWithin(paths, pageBudget);
  });

  it("is no more than 25 requests and 260 kB for a picture that comes out of noise", async () => {
    const load = await measureFirstLoad(browser, "/demos/fake-diffusion");
    expect(load.requests).toBeLessThanOrEqual(25);
    expect(load.bytes).toBeLessThanOrEqual(260_000);
  });

  async function finishedRuns() {
    const all = Object.entries(runs).map(async ([demo, start]) => {
      const { started } = await query<{ started: { id: string } }>(
        `mutation { started: ${start} { id } }`,
      );
      await eventually(
        () => statusOf(started.id),
        (status) => status === "DONE",
        30,
      );
      return { demo, run: started.id };
    });
    return Promise.all(all);
  }

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
