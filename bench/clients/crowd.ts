import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { percentile } from "../statistics";
import { createFrameReader, frame } from "./frames";
import type { Crowd, CrowdSaw } from "./start-crowd";

/*
 * Many clients in a process of their own. Each has a socket, and is sent tokens that are each the instant of
 * their yield. All tokens of all clients are read, counted, and must be one later than the other.
 */

type Task = { open: Crowd } | { subscribe: string; tokens: number };

interface Client {
  socket: Socket;
  /** Resolves at the answer to `connection_init`. */
  ready: Promise<void>;
  /** Resolves when the operation is complete. */
  follow(query: string, tokens: number): Promise<void>;
}

const sample: { late: number[]; seconds: number[]; events: number; firstAt: number } = {
  late: [],
  seconds: [],
  events: 0,
  firstAt: Number.POSITIVE_INFINITY,
};
// What is read is looked at before the next read: all sockets may share the room for it.
const room = Buffer.alloc(256 * 1024);
let clients: Client[] = [];

process.on("message", async (task: Task) => {
  if ("open" in task) {
    const { url, size } = task.open;
    clients = [];
    // A few at a time, as a server's backlog takes them.
    for (let opened = 0; opened < size; opened += 50) {
      const some = Array.from({ length: Math.min(50, size - opened) }, () => createClient(url));
      await Promise.all(some.map(({ ready }) => ready));
      clients.push(...some);
    }
    process.send?.("open");
  } else {
    await Promise.all(clients.map((client) => client.follow(task.subscribe, task.tokens)));
    const { seconds, late, events, firstAt } = sample;
    process.send?.({
      seconds: seconds.reduce((sum, each) => sum + each, 0) / seconds.length,
      late: percentile(late, 0.95),
      events,
      firstAt,
    } satisfies CrowdSaw);
  }
});
process.once("disconnect", () => process.exit());

function createClient(url: string): Client {
  const { hostname, port } = new URL(url);
  let upgraded = false;
  let onReady = () => {};
  let onComplete = () => {};
  let last = 0;
  let received = 0;
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });

  function onText(bytes: Buffer): void {
    const message = bytes.toString("latin1");
    if (message.includes('"type":"next"')) onEvent(message);
    else if (message.includes('"type":"complete"')) onComplete();
    else if (message.includes('"type":"connection_ack"')) onReady();
    else throw new Error(`The server sent ${message}`);
  }

  function onEvent(message: string): void {
    const now = performance.timeOrigin + performance.now();
    sample.events++;
    const from = message.indexOf('"delta":"') + 9;
    if (from < 9) throw new Error(`An event without a delta: ${message}`);
    for (const token of message.slice(from, message.indexOf('"', from) - 1).split(" ")) {
      const yielded = Number(token);
      if (!(yielded > last)) throw new Error(`"${token}" came after ${last}: ${message}`);
      last = yielded;
      received++;
      sample.firstAt = Math.min(sample.firstAt, yielded);
      sample.late.push(now - yielded);
    }
  }

  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: room,
      callback(length) {
        let chunk = room.subarray(0, length);
        if (!upgraded) {
          const end = chunk.indexOf("\r\n\r\n");
          const head = chunk.toString("latin1");
          if (end < 0 || !head.startsWith("HTTP/1.1 101 ")) throw new Error(`No socket: ${head}`);
          upgraded = true;
          chunk = chunk.subarray(end + 4);
        }
        reader.read(chunk);
        return true;
      },
    },
  });
  const reader = createFrameReader(socket, onText);
  socket.write(
    [
      "GET /api/graphql HTTP/1.1",
      `Host: ${hostname}:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}`,
      "Sec-WebSocket-Protocol: graphql-transport-ws",
      "\r\n",
    ].join("\r\n"),
  );
  socket.write(frame('{"type":"connection_init"}'));
  void once(socket, "close").then(() => {
    throw new Error("A socket was closed.");
  });
  return {
    socket,
    ready,
    async follow(query, tokens) {
      const began = performance.now();
      socket.write(frame(JSON.stringify({ id: "1", type: "subscribe", payload: { query } })));
      await new Promise<void>((resolve) => {
        onComplete = resolve;
      });
      sample.seconds.push((performance.now() - began) / 1000);
      if (received !== tokens) throw new Error(`A client got ${received} of ${tokens} tokens.`);
    },
  };
}
