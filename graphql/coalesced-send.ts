import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** What may wait in the socket's buffer before a sender has to wait too. */
const mostBuffered = 64 * 1024;

/**
 * Makes the function that sends messages on a socket. Those of one turn of the event loop go out in one
 * write: a system call for each would cost more than all else that is done for an event. It settles at
 * once while little is buffered, else when the message has left, so that a slow reader is waited for.
 */
export function createCoalescedSend(socket: WebSocket): (message: string) => Promise<void> {
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
      return done;
    }
    return new Promise((resolve, reject) => {
      socket.send(message, (error) => (error ? reject(error) : resolve()));
    });
  };
}

const done = Promise.resolve();
