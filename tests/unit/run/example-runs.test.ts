import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { DemoError, defineDemo, number, text } from "yieldcast";
import { checkInputs } from "@/lib/demo/check-inputs";
import type { Demo } from "@/lib/demo/demo";
import { createHouse, type House } from "@/lib/house";
import { createExampleRuns, type ExampleRuns } from "@/lib/run/example-runs";
import { readSettings } from "@/lib/settings";
import { isOver } from "@/lib/store/snapshot";

/** Where generators wait until a test lets them go on; what it has begun with. */
const begun: number[] = [];
let gates: (() => void)[] = [];
const open = () => {
  for (const gate of gates.splice(0)) gate();
};

const waiting = defineDemo({
  inputs: { to: number({ default: 1 }) },
  outputs: { count: number() },
  concurrency: 1,
  examples: { run: true, of: [{ to: 1 }, { to: 2 }] },
  async *run({ to }, { signal }) {
    begun.push(to);
    yield { count: to };
    await new Promise<void>((resolve) => {
      gates.push(resolve);
      signal.addEventListener("abort", () => resolve());
    });
    yield { count: to * 10 };
  },
});
const failing = defineDemo({
  inputs: { to: number({ default: 1 }) },
  output: text(),
  examples: { run: true, of: { Good: { to: 1 }, Bad: { to: 13 } } },
  run({ to }) {
    begun.push(to);
    if (to === 13) throw new DemoError("Thirteen is too many.");
    return "good";
  },
});
const growing = defineDemo({
  inputs: { to: number({ default: 1 }) },
  output: text({ append: true }),
  examples: { run: true, of: [{ to: 1 }] },
  *run() {
    for (let at = 0; at < 40; at++) yield "x".repeat(50_000);
  },
});

let house: House;
let error: ReturnType<typeof jest.spyOn>;

async function build(settings: Record<string, string> = {}): Promise<void> {
  const demos = { waiting, failing, growing };
  const loaders = Object.entries(demos).map(([name, demo]) => [
    `../demos/${name}.ts`,
    async () => ({ default: demo }),
  ]);
  const read = readSettings({ YIELDCAST_KEEP_SECONDS: "0", ...settings });
  house = createHouse({ settings: read, loaders: Object.fromEntries(loaders), watch: false });
}

async function demoOf(name: string): Promise<Demo> {
  const demo = (await house.catalogue()).demos.get(name);
  if (!demo) throw new Error(`There is no demo ${name}.`);
  return demo;
}

const statusOf = async (run: string | undefined) =>
  run === undefined ? undefined : (await house.logs.head(run))?.run.status;

/** Waits until something of a run is so; told by its log at each entry. */
async function until(run: string, holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise<void>((resolve) => {
      const stop = house.logs.watch(run, () => {
        stop();
        resolve();
      });
    });
  }
}

const ended = (run: string) =>
  until(run, async () => {
    const status = await statusOf(run);
    return status === undefined || isOver(status);
  });

/** Waits for what comes a few turns later. */
async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`It never came to be: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

beforeEach(() => {
  begun.length = 0;
  gates = [];
  error = jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  await house[Symbol.asyncDispose]();
  error.mockRestore();
});

describe("examples that the house runs", () => {
  test("are begun once, however many look at once, one at a time", async () => {
    await build();
    const demo = await demoOf("waiting");
    const seen = await Promise.all(Array.from({ length: 200 }, () => house.exampleRuns.of(demo)));
    const [first] = seen;
    expect(first).toHaveLength(2);
    for (const ids of seen) expect(ids).toEqual(first);
    await eventually(() => gates.length === 1);
    expect(begun).toEqual([1]);
    open();
    await eventually(() => gates.length === 1);
    expect(begun).toEqual([1, 2]);
    open();
    await ended(String(first?.[1]));
    expect(await house.exampleRuns.of(demo)).toEqual(first);
    expect(begun).toEqual([1, 2]);
    expect(house.runs.running("waiting")).toBe(0);
  });

  test("are kept beyond the time for which runs are", async () => {
    await build();
    const demo = await demoOf("failing");
    const inputs = await checkInputs(demo, { to: 5 }, house.uploads);
    const [example] = await house.exampleRuns.of(demo);
    await ended(String(example));
    const own = await house.runs.start(demo, inputs);
    await eventually(async () => (await house.logs.record(own.id)) === undefined);
    expect(await statusOf(example)).toBe("DONE");
  });

  test("give their place to a run of somebody, and are run again behind it", async () => {
    await build();
    const demo = await demoOf("waiting");
    const [first] = await house.exampleRuns.of(demo);
    await eventually(() => gates.length === 1);
    const own = await house.runs.start(demo, await checkInputs(demo, { to: 7 }, house.uploads));
    await eventually(() => begun.includes(7));
    expect(begun).toEqual([1, 7]);
    expect(house.runs.running("waiting")).toBe(1);
    expect(await house.logs.record(String(first))).toBeUndefined();
    await eventually(() => gates.length === 2);
    open();
    await eventually(async () => (await house.logs.record(own.id)) === undefined);
    await eventually(() => begun.length === 3);
    const [again] = await house.exampleRuns.of(demo);
    expect(again).not.toBe(first);
    expect(again).toBeDefined();
  });

  test("go on when nobody watches them any more", async () => {
    await build({ YIELDCAST_GRACE_SECONDS: "0" });
    const demo = await demoOf("waiting");
    const id = String((await house.exampleRuns.of(demo))[0]);
    const wants = { outputs: ["count"], status: true } as never;
    const record = await house.runs.find(id);
    const viewer = await house.runs.follow(record, { delivery: "LATEST", wants });
    viewer.leave();
    await eventually(() => gates.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await statusOf(id)).toBe("RUNNING");
    open();
    await ended(id);
    expect(await statusOf(id)).toBe("DONE");
  });

  test("cannot be cancelled by who watches them", async () => {
    await build();
    const id = String((await house.exampleRuns.of(await demoOf("waiting")))[0]);
    await expect(house.runs.cancel(id, "guessed")).rejects.toMatchObject({ code: "WRONG_KEY" });
  });

  test("are said where they fail, shown to nobody, and not tried again at once", async () => {
    await build();
    const demo = await demoOf("failing");
    await house.exampleRuns.of(demo);
    await eventually(() => house.exampleRuns.faults().length > 0);
    const [good, bad] = await house.exampleRuns.of(demo);
    expect(await statusOf(good)).toBe("DONE");
    expect(bad).toBeUndefined();
    expect(begun).toEqual([1, 13]);
    const problem = 'Its example "Bad" failed: Thirteen is too many.';
    expect(house.exampleRuns.faults()).toEqual([{ file: "demos/failing.ts", problems: [problem] }]);
    expect(error).toHaveBeenCalledWith(
      'demos/failing.ts: its example "Bad" failed: Thirteen is too many.',
    );
  });

  test("are as many as may be kept, and no more bytes than that", async () => {
    await build({ YIELDCAST_MAX_EXAMPLE_RUNS: "1", YIELDCAST_MAX_EXAMPLES_BYTES: "1000000" });
    const failingRuns = await house.exampleRuns.of(await demoOf("failing"));
    expect(failingRuns).toEqual([expect.any(String), undefined]);
    expect(await house.exampleRuns.of(await demoOf("waiting"))).toEqual([undefined, undefined]);
    await house[Symbol.asyncDispose]();

    await build({ YIELDCAST_MAX_EXAMPLES_BYTES: "1000000" });
    await house.exampleRuns.of(await demoOf("growing"));
    await eventually(() => house.exampleRuns.faults().length > 0);
    expect(house.exampleRuns.faults()[0]?.problems[0]).toMatch(/YIELDCAST_MAX_EXAMPLES_BYTES/);
  });

  test("stay where runs of others need all the room that there is", async () => {
    await build({ YIELDCAST_KEEP_SECONDS: "3600", YIELDCAST_MAX_TOTAL_BYTES: "8000000" });
    const demo = await demoOf("failing");
    const [example] = await house.exampleRuns.of(demo);
    await ended(String(example));
    const own: string[] = [];
    const large = await demoOf("growing");
    for (let at = 0; at < 4; at++) {
      const inputs = await checkInputs(large, {}, house.uploads);
      const { id } = await house.runs.start(large, inputs);
      await ended(id);
      own.push(id);
    }
    expect(await house.logs.record(String(own[0]))).toBeUndefined();
    expect(await statusOf(example)).toBe("DONE");
  });
});

describe("examples whose file changes", () => {
  let stamp = 1;
  function watching(): ExampleRuns {
    return createExampleRuns({
      runs: house.runs,
      uploads: house.uploads,
      most: 10,
      stampOf: () => `${stamp}`,
      retryAfter: 0,
    });
  }

  test("are stopped, forgotten and run anew", async () => {
    await build();
    const demo = await demoOf("waiting");
    const runs = watching();
    const [first, second] = await runs.of(demo);
    await eventually(() => gates.length === 1);
    stamp++;
    const again = await runs.of(demo);
    expect(again[0]).not.toBe(first);
    await eventually(async () => (await house.logs.record(String(first))) === undefined);
    expect(await house.logs.record(String(second))).toBeUndefined();
    await eventually(() => begun.length === 2);
    expect(begun).toEqual([1, 1]);
    expect(await runs.of(demo)).toEqual(again);
  });

  test("are forgotten with their demo", async () => {
    await build();
    const demo = await demoOf("waiting");
    const runs = watching();
    const [first] = await runs.of(demo);
    runs.prune(new Map([[demo.name, demo]]));
    expect(await house.logs.record(String(first))).toBeDefined();
    runs.prune(new Map());
    await eventually(async () => (await house.logs.record(String(first))) === undefined);
  });

  test("are tried again after a while where they have failed", async () => {
    await build();
    const demo = await demoOf("failing");
    const runs = watching();
    await runs.of(demo);
    await eventually(() => runs.faults().length > 0);
    expect(begun).toEqual([1, 13]);
    await runs.of(demo);
    await eventually(() => begun.length === 3);
    expect(begun).toEqual([1, 13, 13]);
  });
});
