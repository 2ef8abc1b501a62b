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

test("Stop shows at once, and reaches the server when it is there again", async () => {
  const tab = openTab(server);
  const store = await tab.store("gated");
  store.start({ name: "x" });
  await until(store, ({ outputs }) => outputs.reply === "x");
  server.wire.down();
  await until(store, ({ connection }) => connection.state === "reconnecting");
  store.stop();
  expect(store.getSnapshot()).toMatchObject({ stopping: true, phase: "running" });
  server.wire.up();
  tab.wake();
  const { stopping, outputs } = await until(store, ({ phase }) => phase === "cancelled");
  expect({ stopping, outputs }).toEqual({ stopping: false, outputs: { reply: "x" } });
  expect(demos.cancelled).toEqual(["x"]);
  tab.client.dispose();
});

test.each(["serve", "refuse"] as const)(
  "Stop before the run is known stops it as soon as it is (%s)",
  async (sockets) => {
    server.sockets = sockets;
    const tab = openTab(server);
    const store = await tab.store("gated");
    store.start({ name: "warm" });
    await until(store, ({ outputs }) => outputs.reply === "warm");
    server.wire.hold();
    store.start({ name: "x" });
    await untilTrue(() => demos.starts === 2);
    store.stop();
    expect(store.getSnapshot()).toMatchObject({ stopping: true, phase: "starting" });
    server.wire.release();
    await until(store, ({ phase }) => phase === "cancelled");
    expect(demos.cancelled.sort()).toEqual(["warm", "x"]);
    tab.client.dispose();
  },
);

test("Stop while the server is away takes the request back", async () => {
  server.wire.down();
  const tab = openTab(server);
  const store = await tab.store("gated");
  store.start({ name: "x" });
  await until(store, ({ connection }) => connection.state === "reconnecting");
  store.stop();
  expect(store.getSnapshot()).toMatchObject({ phase: "cancelled", stopping: false });
  server.wire.up();
  tab.wake();
  const other = await tab.store("words");
  other.start({ count: 1 });
  await until(other, ({ phase }) => phase === "done");
  expect(demos.starts).toBe(1);
  tab.client.dispose();
});
