import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Send } from "./send-each";

/** What may wait in the socket's buffer before a sender has to wait too. */
const mostBuffered = 64 * 1024;

/**
 * Makes the function that sends messages on a socket. Those of one turn of the event loop go out in one
 * write: a system call for each would cost more than all else that is done for an event. It gives nothing to
 * wait for while little is buffered, else what settles when the message has left, so that a slow reader is
 * waited for.
 */
export function createCoalescedSend(socket: WebSocket): Send {
  // Not in ws's types, but there since its first version; without it messages go out one by one.
  const { _socket: wire } = socket as WebSocket & { _socket?: Duplex };
  let corked = false;

  function uncork(): void {
    corked = false;
    wire?.uncork();
  }

  return (message) => {
    if (!corked && wire) {
      corked = true;
      wire.cork();
      process.nextTick(uncork);
    }
    if (socket.bufferedAmount < mostBuffered) {
      socket.send(message);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      socket.send(message, (error) => (error ? reject(error) : resolve()));
    });
  };
}
