import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** More than a slow reader ever has waiting: senders wait for it from 64 kB on, each with one event. */
const mostWaiting = 8 * 2 ** 20;

/**
 * Stops reading from a peer that sends and sends but does not read, until the answers have left. Each
 * ping is answered with what it carries, and each refusal with an error, whether anybody reads them or not.
 */
export function holdBackFloods(socket: WebSocket): void {
  // Not in ws's types, but there since its first version.
  const { _socket: wire } = socket as WebSocket & { _socket?: Duplex };
  const check = () => {
    if (!wire || socket.isPaused || socket.bufferedAmount < mostWaiting) return;
    socket.pause();
    wire.once("drain", () => socket.resume());
  };
  socket.on("message", check);
  socket.on("ping", check);
}
