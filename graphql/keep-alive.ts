import type { Socket } from "node:net";
import type { WebSocket } from "ws";

// Proxies cut a silent socket after 30 s to 60 s, and a peer that vanished must not keep its viewers.
const pingEvery = 12_000;

/**
 * Pings a socket until it closes, and ends it where the peer has not answered by the next ping. A slow
 * reader gets a ping only behind what was sent before it: as long as that goes on, it is alive.
 */
export function keepAlive(socket: WebSocket): void {
  // Not in ws's types, but there since its first version.
  const { _socket: wire } = socket as WebSocket & { _socket?: Socket };
  let answered = true;
  let left = 0;
  const ping = setInterval(() => {
    const waiting = wire?.writableLength ?? 0;
    const before = left;
    left = (wire?.bytesWritten ?? 0) - waiting;
    const flows = waiting > 0 && left > before;
    if (!answered && !flows) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEvery);
  socket.on("pong", () => {
    answered = true;
  });
  socket.once("close", () => clearInterval(ping));
}
