import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { defineDemo, image, number } from "yieldcast";
import type { RunContext } from "@/lib/demo/context";
import { createHouse, type House } from "@/lib/house";
import { readSettings } from "@/lib/settings";

const unhandled = jest.fn();

beforeEach(() => {
  unhandled.mockClear();
  process.on("unhandledRejection", unhandled);
});
afterEach(() => {
  process.off("unhandledRejection", unhandled);
});

/** A house with one demo, and a run of it. */
async function startRun(
  run: (inputs: unknown, context: RunContext) => AsyncGenerator<Record<string, unknown>>,
) {
  const demo = defineDemo({
    outputs: { picture: image(), count: number() },
    run: run as (inputs: unknown, context: RunContext) => AsyncGenerator<{ count: number }>,
  });
  const house = createHouse({
    settings: readSettings({}),
    loaders: { "demos/one.ts": async () => ({ default: demo }) },
    watch: false,
  });
  const { id, key } = await start(house, "one");
  return { house, id, key };
}

async function start(house: House, name: string) {
  const demo = (await house.catalogue()).demos.get(name);
  if (!demo) throw new Error(`There is no demo ${name}`);
  return house.runs.start(demo, { values: {}, uploads: {} });
}

test("what a callback still says after the end of its run stands in no log", async () => {
  const { house, id } = await startRun(async function* (_inputs, { notify, progress }) {
    setTimeout(() => {
      notify("info", "Too late.");
      progress(1);
    }, 20);
    yield { count: 1 };
  });
  await delay(60);
  const head = await house.logs.head(id);
  expect(head?.run).toMatchObject({ status: "DONE", notices: [], progress: undefined });
});

test("a pause that nobody awaits when its run is stopped rejects silently", async () => {
  const { house, id, key } = await startRun(async function* (_inputs, { signal, sleep }) {
    const pause = sleep(60_000);
    yield { count: 1 };
    await new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("Stopped")));
    });
    await pause;
  });
  await delay(20);
  await house.runs.cancel(id, key);
  await delay(20);
  expect(unhandled).not.toHaveBeenCalled();
});

test("of two outputs that are wrong one fails the run, and the other nothing else", async () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => {});
  const { house, id } = await startRun(async function* () {
    yield { picture: new Uint8Array(5), count: "one" };
  });
  await delay(100);
  expect((await house.logs.head(id))?.run.error).toMatchObject({ code: "BAD_YIELD" });
  expect(unhandled).not.toHaveBeenCalled();
  log.mockRestore();
});

test("a full queue refuses no run that need not wait", async () => {
  const endless = defineDemo({
    outputs: { count: number() },
    concurrency: 1,
    run: async (_inputs, { sleep }) => {
      await sleep(60_000);
      return { count: 1 };
    },
  });
  const house = createHouse({
    settings: readSettings({ YIELDCAST_MAX_QUEUED: "1" }),
    loaders: {
      "demos/busy.ts": async () => ({ default: endless }),
      "demos/idle.ts": async () => ({ default: endless }),
    },
    watch: false,
  });
  await start(house, "busy");
  await start(house, "busy");
  await expect(start(house, "busy")).rejects.toMatchObject({ code: "QUEUE_FULL" });
  const { id } = await start(house, "idle");
  await delay(10);
  expect(await house.logs.head(id)).toMatchObject({ run: { status: "RUNNING" } });
  await house[Symbol.asyncDispose]();
});
