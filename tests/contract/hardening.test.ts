import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { WebSocket } from "ws";
import { apiAddress } from "./address";
import { query } from "./query";
import { start } from "./runs";

test.each(["events { seq }", "state { seq }"])(
  "events that each give %s are refused, since they multiply",
  async (what) => {
    const { id } = await start("Burst(total: 3)");
    const answer = await query(
      `query ($id: ID!, $first: Int) { run(id: $id) { events(first: $first) { run { ${what} } } } }`,
      { id, first: 1000 },
    );
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining(what.split(" ")[0] ?? ""),
      extensions: { code: "TOO_COMPLEX" },
    });
  },
);

test("a socket that is refused is let go, though its peer keeps its half open", async () => {
  const { hostname, port, host } = new URL(apiAddress());
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.on("error", () => {});
  socket.write(
    [
      "GET /api/graphql HTTP/1.1",
      `Host: ${host}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Origin: https://evil.example",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      "Sec-WebSocket-Version: 13",
      "\r\n",
    ].join("\r\n"),
  );
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
  });
  await once(socket, "end");
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  // A peer that is still there takes what is sent; one that is gone resets the connection.
  const gone = new Promise((resolve) => socket.once("close", resolve));
  while (!socket.destroyed) {
    socket.write("x");
    await delay(50);
  }
  await gone;
});

/** An acknowledged socket. */
async function openSocket(): Promise<WebSocket> {
  const socket = new WebSocket(apiAddress().replace(/^http/, "ws"), "graphql-transport-ws");
  await once(socket, "open");
  socket.send('{"type":"connection_init"}');
  await once(socket, "message");
  return socket;
}

test("operations that are left before they are refused do not fill their connection", async () => {
  const socket = await openSocket();
  for (let at = 0; at < 150; at++) {
    const payload = { query: `{ nothing${at} }` };
    socket.send(JSON.stringify({ id: `${at}`, type: "subscribe", payload }));
    socket.send(JSON.stringify({ id: `${at}`, type: "complete" }));
  }
  const answer = new Promise((resolve) => {
    socket.on("message", (data) => {
      const message = JSON.parse(String(data));
      if (message.id === "last" && message.type !== "complete") resolve(message);
    });
  });
  await delay(500);
  const payload = { query: "{ __typename }" };
  socket.send(JSON.stringify({ id: "last", type: "subscribe", payload }));
  expect(await answer).toMatchObject({ type: "next", payload: { data: { __typename: "Query" } } });
  socket.close();
});

test("a peer that sends without reading is not read from either, until it reads", async () => {
  const socket = await openSocket();
  const answers = 60;
  let read = 0;
  const all = new Promise<void>((resolve) => {
    socket.on("message", () => {
      if (++read === answers) resolve();
    });
  });
  socket.pause();
  const ping = JSON.stringify({ type: "ping", payload: { filling: "x".repeat(900_000) } });
  for (let at = 0; at < answers; at++) socket.send(ping);
  await delay(1500);
  // The server and both kernels hold some of it, and the rest never left.
  expect(socket.bufferedAmount).toBeGreaterThan(10_000_000);
  socket.resume();
  await all;
  socket.close();
});
