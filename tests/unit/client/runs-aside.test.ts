import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { RunSnapshot } from "../../../lib/client/run-snapshot";
import { createDemos, wordsTo } from "./demos";
import { openTab, type Tab, until, untilTrue } from "./live-client";
import { createLiveServer, type LiveServer } from "./live-server";

let demos: ReturnType<typeof createDemos>;
let server: LiveServer;
let tab: Tab;

beforeEach(async () => {
  demos = createDemos();
  server = await createLiveServer(demos.demos, {
    YIELDCAST_CONCURRENCY: "10",
    YIELDCAST_GRACE_SECONDS: "0",
  });
  tab = openTab(server);
});
afterEach(async () => {
  tab.client.dispose();
  await server[Symbol.asyncDispose]();
});

/** Starts a run of `gated` and waits for its first word. */
async function begin(store: Awaited<ReturnType<Tab["store"]>>, name: string): Promise<string> {
  store.start({ name });
  const { run } = await until(store, ({ outputs }) => outputs.reply === name);
  return run?.id ?? "";
}

test("a run goes on while another is looked at, tells of its end, and can be looked at again", async () => {
  const store = await tab.store("gated");
  const ends: RunSnapshot[] = [];
  store.onEnd((ended) => ends.push(ended));

  const first = await begin(store, "one");
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  expect(ends.map(({ run }) => run?.id)).toEqual([first]);

  const second = await begin(store, "two");
  store.watch(first);
  await until(store, ({ phase }) => phase === "cancelled");
  expect(store.getSnapshot().run?.id).toBe(first);
  // With no time of grace it would have been cancelled, had it been left.
  demos.openGate();
  store.watch(second);
  const back = await until(store, ({ outputs }) => outputs.reply === "twotwo");
  expect(back).toMatchObject({ phase: "running", owner: true, run: { id: second } });
  expect(demos.cancelled).toEqual(["one"]);

  store.watch(first);
  await until(store, ({ phase }) => phase === "cancelled");
  store.watch(second);
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  expect(ends.map(({ run }) => run?.id)).toEqual([first, first, first, second]);
});

test("the end of a run out of sight changes nothing of the one on show", async () => {
  const words = await tab.store("words");
  words.start({ count: 3 });
  const { run } = await until(words, ({ phase }) => phase === "done");
  words.start({ count: 100_000 });
  const going = await until(words, ({ yields }) => yields > 0);
  const ends: RunSnapshot[] = [];
  words.onEnd((ended) => ends.push(ended));
  words.watch(run?.id ?? "");
  await until(words, ({ phase }) => phase === "done");
  demos.endWords();
  await untilTrue(() => ends.length === 2);
  expect(ends[1]).toMatchObject({ phase: "done", run: { id: going.run?.id } });
  expect(words.getSnapshot()).toMatchObject({
    run: { id: run?.id },
    outputs: { reply: wordsTo(3) },
  });
});

test("of many out of sight the oldest are left", async () => {
  const store = await tab.store("gated");
  const first = await begin(store, "0");
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  for (const name of ["1", "2", "3", "4", "5"]) {
    await begin(store, name);
    store.watch(first);
    await until(store, ({ phase }) => phase === "cancelled");
  }
  await untilTrue(() => demos.cancelled.length === 2);
  expect(demos.cancelled).toEqual(["0", "1"]);
  store.dispose();
  await untilTrue(() => demos.cancelled.length === 6);
});

test("a run that is not kept any more is no error for who says what is then to be done", async () => {
  const store = await tab.store("words");
  store.start({ count: 3 });
  await until(store, ({ phase }) => phase === "done");
  let gone = 0;
  store.watch("nobody-knows-it", () => gone++);
  await until(store, ({ phase }) => phase === "idle");
  expect(gone).toBe(1);
  expect(store.getSnapshot()).toMatchObject({ outputs: {}, error: undefined });
});

test("a run is started with its parent, which is no input of it", async () => {
  const store = await tab.store("words");
  store.start({ count: 1 });
  const first = await until(store, ({ phase }) => phase === "done");
  store.start({ count: 2 }, first.run?.id);
  const { run } = await until(store, ({ phase, yields }) => phase === "done" && yields === 2);
  expect(await server.house.logs.record(run?.id ?? "")).toMatchObject({
    parent: first.run?.id,
    inputs: { count: 2 },
  });
  expect(store.resume()?.inputs).toEqual({ count: 2 });
});
