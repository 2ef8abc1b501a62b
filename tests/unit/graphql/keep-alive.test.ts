import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import type { WebSocket } from "ws";
import { keepAlive } from "@/graphql/keep-alive";

const betweenPings = 12_000;

/** As much of a socket as is looked at; what it has written and what waits are set by the tests. */
class Peer extends EventEmitter {
  readonly _socket = { bytesWritten: 0, writableLength: 0 };
  pings = 0;
  ended = false;
  ping(): void {
    this.pings++;
  }
  terminate(): void {
    this.ended = true;
    this.emit("close");
  }
}

let peer: Peer;
beforeEach(() => {
  jest.useFakeTimers();
  peer = new Peer();
  keepAlive(peer as unknown as WebSocket);
});
afterEach(() => {
  peer.emit("close");
  jest.useRealTimers();
});

test("a peer that answers is kept", () => {
  for (let round = 0; round < 5; round++) {
    jest.advanceTimersByTime(betweenPings);
    peer.emit("pong");
  }
  expect(peer).toMatchObject({ pings: 5, ended: false });
});

test("a peer that has vanished is ended at the ping after the one that it did not answer", () => {
  jest.advanceTimersByTime(betweenPings);
  expect(peer.ended).toBe(false);
  jest.advanceTimersByTime(betweenPings);
  expect(peer.ended).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

test("a slow reader is kept for as long as what waits for it goes on leaving, and no longer", () => {
  peer._socket.writableLength = 60_000;
  for (let round = 1; round <= 5; round++) {
    peer._socket.bytesWritten = 60_000 + round * 10_000;
    jest.advanceTimersByTime(betweenPings);
  }
  expect(peer.ended).toBe(false);
  jest.advanceTimersByTime(betweenPings);
  expect(peer.ended).toBe(true);
});
