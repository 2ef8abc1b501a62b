import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createDemos, wordsTo } from "./demos";
import { createMemoryOf, openTab, until, untilTrue } from "./live-client";
import { createLiveServer, type LiveServer } from "./live-server";

let server: LiveServer;
let demos: ReturnType<typeof createDemos>;

beforeEach(async () => {
  demos = createDemos();
  server = await createLiveServer(demos.demos);
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
});

const streams = () => server.requests.filter((accept) => accept === "text/event-stream").length;

test("a socket is used where there is one, and one for all operations", async () => {
  const tab = openTab(server, { idleMs: 500 });
  const [one, two] = [await tab.store("words"), await tab.store("words")];
  one.start({ count: 3 });
  await until(one, ({ phase }) => phase === "done");
  two.start({ count: 3 });
  await until(two, ({ phase }) => phase === "done");
  expect({ sockets: server.socketsSeen, requests: server.requests }).toEqual({
    sockets: 1,
    requests: [],
  });
  tab.client.dispose();
});

test("a line that was opened beforehand is there when a run is started, and closes if none is", async () => {
  const tab = openTab(server, { idleMs: 300 });
  tab.client.warmUp();
  tab.client.warmUp();
  await untilTrue(() => server.socketsOpen() === 1);
  const store = await tab.store("words");
  store.start({ count: 3 });
  await until(store, ({ phase }) => phase === "done");
  expect(server.socketsSeen).toBe(1);
  tab.client.dispose();

  const nobody = openTab(server, { idleMs: 20 });
  nobody.client.warmUp();
  await untilTrue(() => server.socketsSeen === 2 && server.socketsOpen() === 0);
  expect(server.requests).toEqual([]);
  nobody.client.dispose();
});

test.each(["refuse", "ignore"] as const)(
  "where sockets are told to %s, event streams take their place",
  async (sockets) => {
    server.sockets = sockets;
    const tab = openTab(server, { openWithinMs: 500 });
    const store = await tab.store("words");
    for (const count of [3, 4]) {
      store.start({ count });
      const { outputs } = await until(store, ({ phase }) => phase === "done");
      expect(outputs.reply).toBe(wordsTo(count));
    }
    expect({ sockets: server.socketsSeen, streams: streams() }).toEqual({ sockets: 1, streams: 2 });
    expect(demos.starts).toBe(2);
    tab.client.dispose();
  },
);

test("the next page begins with what worked, and looks once whether sockets work by now", async () => {
  const kept = new Map<string, string>();
  server.sockets = "refuse";
  const before = openTab(server, { memory: createMemoryOf(kept) });
  const first = await before.store("words");
  first.start({ count: 1 });
  await until(first, ({ phase }) => phase === "done");
  expect([...kept]).toContainEqual(["yieldcast:transport", "sse"]);
  before.client.dispose();

  server.sockets = "serve";
  const after = openTab(server, { memory: createMemoryOf(kept) });
  const store = await after.store("gated");
  store.start({ name: "x" });
  await until(store, ({ outputs }) => outputs.reply === "x");
  expect(streams()).toBe(2);
  // The wire is cut once the socket was found: the same run goes on over it.
  await untilTrue(() => !kept.has("yieldcast:transport"));
  server.wire.cut();
  demos.openGate();
  await until(store, ({ outputs }) => outputs.reply === "xx");
  expect(streams()).toBe(2);
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  after.client.dispose();
});

test.each([4400, 4401, 4403, 4409, 4429])(
  "a socket that is closed with %i is not tried again, nor is anything else",
  async (close) => {
    server.sockets = { close };
    const tab = openTab(server);
    const store = await tab.store("words");
    store.start({ count: 3 });
    const { error } = await until(store, ({ phase }) => phase === "failed");
    expect(error).toEqual({ code: `SOCKET_${close}`, message: "not you" });
    expect({ sockets: server.socketsSeen, requests: server.requests }).toEqual({
      sockets: 1,
      requests: [],
    });
    tab.client.dispose();
  },
);

test("a socket that the server closes in good order is no end of the run", async () => {
  const tab = openTab(server);
  const store = await tab.store("gated");
  store.start({ name: "x" });
  await until(store, ({ outputs }) => outputs.reply === "x");
  server.closeSockets(1000);
  await until(store, ({ connection }) => connection.state === "reconnecting");
  demos.openGate();
  await until(store, ({ outputs }) => outputs.reply === "xx");
  expect(demos.starts).toBe(1);
  store.stop();
  await until(store, ({ phase }) => phase === "cancelled");
  tab.client.dispose();
});

test("an answer that is no stream is final, and says its status", async () => {
  server.sockets = "refuse";
  const tab = openTab(server, {
    fetch: async (input, init) =>
      new Headers(init?.headers).get("accept") === "text/event-stream"
        ? new Response("<h1>Forbidden</h1>", { status: 403 })
        : fetch(input, init),
  });
  const store = await tab.store("words");
  store.start({ count: 3 });
  const { error } = await until(store, ({ phase }) => phase === "failed");
  expect(error?.code).toBe("HTTP_403");
  tab.client.dispose();
});

test("a wire that lives but is slow is not cut", async () => {
  const tab = openTab(server, { pingEveryMs: 5, pongWithinMs: 5000 });
  const store = await tab.store("words");
  store.start({ count: 200 });
  await until(store, ({ phase }) => phase === "done");
  expect(server.socketsSeen).toBe(1);
  tab.client.dispose();
});
