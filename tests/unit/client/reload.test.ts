import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { statusWords } from "@/app/_ui/status-words";
import { createDemos } from "./demos";
import { createMemoryOf, openTab, until } from "./live-client";
import { createLiveServer, type LiveServer } from "./live-server";

let demos: ReturnType<typeof createDemos>;
let server: LiveServer;

beforeEach(async () => {
  demos = createDemos();
  server = await createLiveServer(demos.demos);
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
});

test("a reload follows the same run, and can still stop it", async () => {
  const kept = new Map<string, string>();
  const before = openTab(server, { memory: createMemoryOf(kept) });
  const first = await before.store("gated");
  first.start({ name: "x" });
  expect(statusWords(first.getSnapshot())).toBe("Starting");
  const { run } = await until(first, ({ outputs }) => outputs.reply === "x");
  first.dispose();
  before.client.dispose();

  const after = openTab(server, { memory: createMemoryOf(kept) });
  const store = await after.store("gated");
  expect(store.resume()).toEqual({ id: run?.id, inputs: { name: "x" }, over: false });
  expect(statusWords(store.getSnapshot())).toBe("Catching up");
  const followed = await until(store, ({ outputs }) => outputs.reply === "x");
  expect(statusWords(followed)).toBe("Running");
  expect(followed).toMatchObject({ phase: "running", owner: true, run: { id: run?.id } });
  expect(followed.firstOutputMs).toBeUndefined();
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  expect(demos.starts).toBe(1);
  expect([...kept.keys()].filter((name) => name.includes("key"))).toEqual([]);
  after.client.dispose();
});

test("a run that has expired since its end is no error after a reload; one that was lost is", async () => {
  const tab = openTab(server);
  const run = (over: boolean) => JSON.stringify({ id: "long-gone", inputs: {}, over });
  tab.memory.set("run:words", run(true));
  const finished = await tab.store("words");
  finished.resume();
  await until(finished, ({ phase }) => phase === "idle");
  expect(tab.memory.get("run:words")).toBeUndefined();
  expect(finished.resume()).toBeUndefined();

  tab.memory.set("run:words", run(false));
  const lost = await tab.store("words");
  lost.resume();
  const { error } = await until(lost, ({ phase }) => phase === "failed");
  expect(error?.code).toBe("RUN_NOT_FOUND");
  tab.client.dispose();
});

test("a store that was put aside can be used again", async () => {
  const tab = openTab(server);
  const store = await tab.store("gated");
  store.start({ name: "x" });
  await until(store, ({ outputs }) => outputs.reply === "x");
  store.dispose();
  store.resume();
  demos.openGate();
  await until(store, ({ outputs }) => outputs.reply === "xx");
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  tab.client.dispose();
});
