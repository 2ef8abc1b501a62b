import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@jest/globals";
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
}, 10_000);
