import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";

/*
 * The limit of one run with many viewers: `ws` alone, which sends the same bytes to every socket, as they
 * come. Nothing is asked, logged, or waited for. The first `subscribe` after an end begins it anew; it says
 * how, `{ tokens, perSecond, wait }`, as the demo is told; and `GET` says how many have come.
 */

const http = createServer((_request, response) => {
  response.end(`${joined.size}`);
});
const sockets = new WebSocketServer({ server: http, path: "/api/graphql" });
const joined = new Set<WebSocket>();

sockets.on("connection", (socket) => {
  socket.on("message", (message) => {
    const { type, payload } = JSON.parse(String(message));
    if (type === "connection_init") {
      socket.send('{"type":"connection_ack"}');
      return;
    }
    joined.add(socket);
    if (joined.size === 1) setTimeout(() => broadcast(JSON.parse(payload.query)), 0);
  });
  socket.on("close", () => joined.delete(socket));
});

async function broadcast({ tokens, perSecond, wait }: { [name: string]: number }) {
  await pause((wait ?? 0) * 1000);
  const began = performance.now();
  for (let token = 0; token < (tokens ?? 0); token++) {
    const late = performance.now() - began - (token * 1000) / (perSecond ?? 1);
    if (late < 0) await pause(-late);
    const reply = { delta: `${performance.timeOrigin + performance.now()} ` };
    send({ id: "1", type: "next", payload: { data: { benchTokens: { reply } } } });
  }
  send({ id: "1", type: "complete" });
  joined.clear();
}

function send(message: object): void {
  const text = JSON.stringify(message);
  for (const socket of joined) if (socket.readyState === WebSocket.OPEN) socket.send(text);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

http.listen(0, "127.0.0.1", () => {
  process.send?.((http.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
