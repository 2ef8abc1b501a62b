import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
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

const count = 800;

/** The same numbers at each run of the tests: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function createNumbers(seed: number) {
  let state = seed;
  return (least: number, most: number) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return least + (state % (most - least));
  };
}

describe.each(["serve", "refuse"] as const)("where the server is told to %s sockets", (sockets) => {
  test.each(["EVERY", "LATEST"] as const)(
    "a run that is cut off at any instant comes whole, once and in order (%s)",
    async (delivery) => {
      server.sockets = sockets;
      const tab = openTab(server);
      const store = await tab.store("words", delivery);
      store.start({ count: 100_000 });
      await until(store, ({ outputs }) => outputs.reply !== undefined);
      const numbers = createNumbers(delivery.length);
      // Enough for a handshake; where it falls in the messages after it is chance.
      server.wire.nextCut = () => numbers(1500, 6000);
      server.wire.cut();
      await until(store, () => server.wire.cuts > 12);
      server.wire.nextCut = undefined;
      server.wire.cutAfter(0);
      demos.endWords();
      const { outputs, yields, error } = await until(store, ({ phase }) => phase === "done");
      expect(outputs.reply).toBe(wordsTo(yields));
      expect(outputs.last).toBe(yields - 1);
      expect(error).toBeUndefined();
      expect(demos.starts).toBe(1);
      tab.client.dispose();
    },
  );
});

test("the drop shows while it lasts, and an outage that lasts is survived", async () => {
  const tab = openTab(server);
  const store = await tab.store("gated");
  store.start({ name: "x" });
  await until(
    store,
    ({ outputs, connection }) => outputs.reply === "x" && connection.state === "open",
  );
  server.wire.down();
  const { connection } = await until(store, (now) => now.connection.state === "reconnecting");
  expect(connection.since).toBeLessThanOrEqual(performance.now());
  demos.openGate();
  server.wire.up();
  tab.wake();
  const after = await until(store, ({ outputs }) => outputs.reply === "xx");
  expect(after).toMatchObject({ phase: "running", connection: { state: "open" }, owner: true });
  expect(demos.starts).toBe(1);
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  tab.client.dispose();
});

test("a stream over HTTP that ends as if it were complete is resumed", async () => {
  server.sockets = "refuse";
  const tab = openTab(server);
  const store = await tab.store("words", "EVERY");
  server.truncateAfter = 40;
  store.start({ count: 200 });
  const { outputs } = await until(store, ({ phase }) => phase === "done");
  expect(server.truncateAfter).toBeUndefined();
  expect(outputs.reply).toBe(wordsTo(200));
  expect(demos.starts).toBe(1);
  tab.client.dispose();
});

test("a state that comes in pieces and is cut among them comes whole", async () => {
  await server[Symbol.asyncDispose]();
  server = await createLiveServer(demos.demos, { YIELDCAST_MAX_EVENT_BYTES: "2000" });
  const tab = openTab(server);
  const first = await tab.store("words");
  first.start({ count });
  const { run } = await until(first, ({ phase }) => phase === "done");
  const late = openTab(server);
  const store = await late.store("words");
  server.wire.cutAfter(9000);
  const cuts = server.wire.cuts;
  store.watch(run?.id ?? "");
  const { outputs, connection } = await until(
    store,
    (now) => now.connection.state === "idle" && now.phase === "done",
  );
  expect(server.wire.cuts).toBe(cuts + 1);
  expect(connection.state).toBe("idle");
  expect(outputs.reply).toBe(wordsTo(count));
  tab.client.dispose();
  late.client.dispose();
});

test("a request of which nobody knows whether it arrived starts no second run", async () => {
  const tab = openTab(server);
  const store = await tab.store("gated");
  const warm = await tab.store("gated");
  warm.start({ name: "warm" });
  await until(warm, ({ outputs }) => outputs.reply === "warm");
  // The socket is open: the request goes out, and the wire is cut before anything comes back.
  server.wire.cutAfter(1);
  store.start({ name: "x" });
  const { error, phase } = await until(store, (now) => now.phase === "failed");
  expect({ code: error?.code, phase }).toEqual({ code: "START_UNKNOWN", phase: "failed" });
  expect(demos.starts).toBeLessThanOrEqual(2);
  warm.stop();
  await until(warm, (now) => now.phase === "cancelled");
  tab.client.dispose();
});

test("a request that cannot have been sent is sent when the server is there", async () => {
  server.wire.down();
  const tab = openTab(server);
  const store = await tab.store("words");
  store.start({ count: 3 });
  await until(store, ({ connection }) => connection.state === "reconnecting");
  expect(store.getSnapshot().phase).toBe("starting");
  server.wire.up();
  tab.wake();
  const { outputs } = await until(store, ({ phase }) => phase === "done");
  expect(outputs.reply).toBe(wordsTo(3));
  expect(demos.starts).toBe(1);
  tab.client.dispose();
});

test("a wire that is dead and says nothing is noticed", async () => {
  const tab = openTab(server, { pingEveryMs: 20, pongWithinMs: 50 });
  const store = await tab.store("gated");
  store.start({ name: "x" });
  await until(store, ({ outputs }) => outputs.reply === "x");
  server.wire.stall();
  await until(store, ({ connection }) => connection.state === "reconnecting");
  demos.openGate();
  await until(store, ({ outputs }) => outputs.reply === "xx");
  expect(demos.starts).toBe(1);
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  tab.client.dispose();
});
