import { createLateTransport } from "./late-transport";
import type { SessionMemory } from "./session-memory";
import { createSocketTransport, type SocketOptions } from "./socket-transport";
import type { SseOptions } from "./sse-transport";
import type { StreamEnd, StreamSink, Transport } from "./stream";

export interface TransportOptions extends Omit<SocketOptions, "url">, SseOptions {
  /** Default: `url` with `ws:` for `http:`. */
  socketUrl?: string;
  memory: SessionMemory;
}

/** A transport that can open its line before there is anything to be sent. */
export interface WarmTransport extends Transport {
  /** Opens it, where it is one that stays open. It closes again by itself if nothing comes of it. */
  warmUp(): void;
}

export type TransportName = "socket" | "sse";

/** Where it is remembered that sockets do not get through to the server. */
const remembered = "transport";
/** After so many sockets in a row that did not open, one that did before says nothing any more. */
const failuresOfASocketThatWorked = 3;
const reachWithinMs = 4000;
/** Less than a socket without operations stays open. */
const warmForMs = 15_000;

/**
 * A WebSocket, or event streams over HTTP where sockets do not get through (a proxy that knows none,
 * or holds them for ever). The choice holds for the page, and the tab's next page begins with it, while
 * it looks once whether sockets get through by now.
 */
export function createTransport(options: TransportOptions): WarmTransport {
  const { url, memory, fetch = globalThis.fetch } = options;
  const socketUrl = options.socketUrl ?? url.replace(/^http/, "ws");
  const socket = createSocketTransport({ ...options, url: socketUrl });
  // Few need it.
  const sse = createLateTransport(async () => {
    const { createSseTransport } = await import("./sse-transport");
    return createSseTransport(options);
  });
  let choice: TransportName = memory.get(remembered) === "sse" ? "sse" : "socket";
  let worked = false;
  let failures = 0;
  let warmedAt = Number.NEGATIVE_INFINITY;
  let probe = choice === "sse" ? probeSocket : undefined;

  /** With an operation that does nothing: a run must not be started twice to find out. */
  function openSocket(found: () => void): void {
    const request = { query: "{ __typename }", variables: {} };
    socket.subscribe(request, { sent() {}, open: found, next() {}, end() {} });
  }

  function probeSocket(): void {
    probe = undefined;
    openSocket(() => {
      choice = "socket";
      memory.delete(remembered);
    });
  }

  /** Whether HTTP gets through where a socket did not; else the server is away, or the network. */
  async function isReachable(): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: '{"query":"{ __typename }"}',
        cache: "no-store",
        signal: AbortSignal.timeout(reachWithinMs),
      });
      return response.status < 500;
    } catch {
      return false;
    }
  }

  return {
    warmUp() {
      if (choice === "sse") return probe?.();
      // What was sent just now has opened it, and a press on Run is such a sign as well.
      if (performance.now() - warmedAt < warmForMs) return;
      warmedAt = performance.now();
      openSocket(() => {});
    },
    subscribe(request, sink) {
      if (choice === "sse") {
        probe?.();
        return sse.subscribe(request, sink);
      }
      warmedAt = performance.now();
      let left = false;
      let sent = false;
      async function fallBack(end: StreamEnd): Promise<void> {
        const reachable = await isReachable();
        if (left) return;
        if (!reachable) return sink.end(end);
        choice = "sse";
        memory.set(remembered, "sse");
        leave = sse.subscribe(request, sink);
      }
      const watching: StreamSink = {
        ...sink,
        sent() {
          sent = true;
          sink.sent();
        },
        open() {
          worked = true;
          failures = 0;
          sink.open();
        },
        end(end) {
          if (end.kind !== "dropped" || sent) return sink.end(end);
          failures++;
          if (worked && failures < failuresOfASocketThatWorked) return sink.end(end);
          void fallBack(end);
        },
      };
      let leave = socket.subscribe(request, watching);
      return () => {
        left = true;
        leave();
      };
    },
    dispose() {
      socket.dispose();
      sse.dispose();
    },
  };
}
