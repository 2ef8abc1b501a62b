import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createDemos } from "./demos";
import { openTab, until, untilTrue } from "./live-client";
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

test.each(["serve", "refuse"] as const)(
  "a run that is replaced before it is known is stopped as soon as it is (%s)",
  async (sockets) => {
    server.sockets = sockets;
    const tab = openTab(server);
    const store = await tab.store("gated");
    store.start({ name: "a" });
    await until(store, ({ outputs }) => outputs.reply === "a");
    server.wire.hold();
    store.start({ name: "ab" });
    await untilTrue(() => demos.starts === 2);
    store.start({ name: "abc" });
    await untilTrue(() => demos.starts === 3);
    server.wire.release();
    await until(store, ({ outputs }) => outputs.reply === "abc");
    await untilTrue(() => demos.cancelled.length === 2);
    expect(demos.cancelled.sort()).toEqual(["a", "ab"]);
    store.stop();
    await until(store, ({ phase }) => phase === "cancelled");
    tab.client.dispose();
  },
);

test("the newest input wins, and what was on show stays until it has an output", async () => {
  const tab = openTab(server);
  const store = await tab.store("gated");
  store.start({ name: "first" });
  await until(store, ({ outputs }) => outputs.reply === "first");
  const shown: unknown[] = [];
  store.subscribe(() => shown.push(store.getSnapshot().outputs.reply));
  for (const name of ["a", "ab", "abc", "silent"]) store.start({ name });
  const quiet = await until(store, ({ phase }) => phase === "running");
  expect(quiet).toMatchObject({ outputs: { reply: "first" }, carriedOver: true });
  store.start({ name: "abcd" });
  const newest = await until(store, ({ carriedOver, outputs }) => !carriedOver && !!outputs.reply);
  expect(newest.outputs).toEqual({ reply: "abcd" });
  expect(new Set(shown)).toEqual(new Set(["first", "abcd"]));
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  // Those that had begun were stopped, not left to their grace period; no others were started.
  expect(demos.cancelled).toHaveLength(demos.starts);
  expect(demos.cancelled).toContain("first");
  tab.client.dispose();
});

test("a run that ends without an output shows none of the run before", async () => {
  const tab = openTab(server);
  const store = await tab.store("words");
  store.start({ count: 2 });
  await until(store, ({ phase }) => phase === "done");
  store.start({ count: 0 });
  expect(store.getSnapshot()).toMatchObject({ carriedOver: true, outputs: { last: 1 } });
  const { outputs, carriedOver } = await until(store, ({ phase }) => phase === "done");
  expect({ outputs, carriedOver }).toEqual({ outputs: {}, carriedOver: false });
  tab.client.dispose();
});
