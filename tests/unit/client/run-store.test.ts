import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { elapsedAt } from "../../../lib/client/clock";
import { createDemos, wordsTo } from "./demos";
import { openTab, until } from "./live-client";
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

test("a run goes from starting to done, and says when its first output came", async () => {
  const tab = openTab(server);
  const store = await tab.store("words");
  expect(store.getSnapshot().phase).toBe("idle");
  store.start({ count: 5 });
  expect(store.getSnapshot()).toMatchObject({ phase: "starting", owner: false, outputs: {} });
  const done = await until(store, ({ phase }) => phase === "done");
  expect(done).toMatchObject({ owner: true, yields: 5, error: undefined, stopping: false });
  expect(done.outputs).toEqual({ reply: wordsTo(5), last: 4 });
  expect(done.run).not.toHaveProperty("key");
  expect(done.firstOutputMs).toBeGreaterThan(0);
  expect(done.beganAt).toBeLessThanOrEqual(performance.now());
  expect(elapsedAt(done)).toBe(done.elapsedMs);
  tab.client.dispose();
});

test("many events make few renders, and each snapshot stays as it was", async () => {
  const tab = openTab(server);
  const store = await tab.store("words", "EVERY");
  let renders = 0;
  store.subscribe(() => renders++);
  store.start({ count: 0 });
  await until(store, ({ phase }) => phase === "done");
  const empty = store.getSnapshot();
  expect(store.getSnapshot()).toBe(empty);
  const before = renders;
  store.start({ count: 1000 });
  const { yields } = await until(store, ({ phase }) => phase === "done");
  expect(yields).toBe(1000);
  expect(renders - before).toBeLessThan(1000);
  expect(empty.outputs).toEqual({});
  tab.client.dispose();
});

test("the first output is shown as it comes, without waiting for a frame", async () => {
  // A tab that draws no frames: whatever waits for one comes a quarter of a second later.
  Object.assign(globalThis, { requestAnimationFrame: () => 1, cancelAnimationFrame: () => {} });
  try {
    const tab = openTab(server);
    const store = await tab.store("words");
    const waits: number[] = [];
    store.subscribe(() => {
      const { outputs, lastEventAt = 0 } = store.getSnapshot();
      if (Object.keys(outputs).length > 0) waits.push(performance.now() - lastEventAt);
    });
    store.start({ count: 3 });
    await until(store, ({ phase }) => phase === "done");
    expect(waits[0]).toBeLessThan(100);
    tab.client.dispose();
  } finally {
    Reflect.deleteProperty(globalThis, "requestAnimationFrame");
    Reflect.deleteProperty(globalThis, "cancelAnimationFrame");
  }
});

test("an error of the run is data, and one of its inputs names the input", async () => {
  const tab = openTab(server);
  const failing = await tab.store("failing");
  failing.start({});
  const failed = await until(failing, ({ phase }) => phase === "failed");
  expect(failed.error).toEqual({ code: "DEMO_ERROR", message: "It is too dark." });

  const words = await tab.store("words");
  words.start({ count: -1 });
  const refused = await until(words, ({ phase }) => phase === "failed");
  expect(refused.error).toMatchObject({ code: "BAD_USER_INPUT", argument: "count" });
  expect(refused.connection.state).toBe("idle");
  expect(demos.starts).toBe(0);

  words.start({ count: 1 });
  expect(words.getSnapshot().error).toBeUndefined();
  const done = await until(words, ({ phase }) => phase === "done");
  expect(done.error).toBeUndefined();
  tab.client.dispose();
});

test("the same holds over HTTP", async () => {
  server.sockets = "refuse";
  const tab = openTab(server);
  const store = await tab.store("words");
  store.start({ count: -1 });
  const { error } = await until(store, ({ phase }) => phase === "failed");
  expect(error).toMatchObject({ code: "BAD_USER_INPUT", argument: "count" });
  store.watch("nobody-knows-it");
  const gone = await until(store, ({ phase }) => phase === "failed");
  expect(gone.error?.code).toBe("RUN_NOT_FOUND");
  tab.client.dispose();
});

test("who only watches sees the same and cannot stop it", async () => {
  const tab = openTab(server);
  const mine = await tab.store("gated");
  mine.start({ name: "x" });
  const { run } = await until(mine, ({ outputs }) => outputs.reply === "x");
  const other = openTab(server);
  const theirs = await other.store("gated");
  theirs.watch(run?.id ?? "");
  const seen = await until(theirs, ({ outputs }) => outputs.reply === "x");
  expect(seen).toMatchObject({ phase: "running", owner: false });
  await until(mine, (now) => now.run?.viewers === 2);
  theirs.stop();
  expect(theirs.getSnapshot().stopping).toBe(false);
  mine.stop();
  await until(theirs, ({ phase }) => phase === "cancelled");
  tab.client.dispose();
  other.client.dispose();
});

test("two stores with equal inputs have two runs", async () => {
  const tab = openTab(server);
  const [one, two] = [await tab.store("words"), await tab.store("words")];
  one.start({ count: 3 });
  two.start({ count: 3 });
  const first = await until(one, ({ phase }) => phase === "done");
  const second = await until(two, ({ phase }) => phase === "done");
  expect(first.run?.id).not.toBe(second.run?.id);
  tab.client.dispose();
});
