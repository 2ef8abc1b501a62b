import { createClient } from "graphql-ws/client";
import { refusal, type StreamEnd, type Transport } from "./stream";
import type { OnWake } from "./wake";
import type { WireError } from "./wire";

export interface SocketOptions {
  /** `ws:` or `wss:`. */
  url: string;
  onWake: OnWake;
  /** How long a socket may take until the server has acknowledged it. Default: 4,000. */
  openWithinMs?: number;
  /** How often a quiet wire is asked whether it lives. Default: 5,000. */
  pingEveryMs?: number;
  /** How long it may take to answer. Default: 4,000. */
  pongWithinMs?: number;
  /** How long a socket without operations stays open. Default: 30,000. */
  idleMs?: number;
  /** Default: the global `WebSocket`. */
  webSocket?: unknown;
}

interface Operation {
  open(): void;
  end(end: StreamEnd): void;
}

const longestPatience = 32_000;

/** Operations over one WebSocket: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function createSocketTransport(options: SocketOptions): Transport {
  const { url, onWake, openWithinMs = 4000, pingEveryMs = 5000, pongWithinMs = 4000 } = options;
  const operations = new Set<Operation>();
  let socket: { readonly readyState: number; send(data: string): void } | undefined;
  let acknowledged = false;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let listening: ReturnType<typeof setTimeout> | undefined;
  let pingedAt = 0;
  let patience = pongWithinMs;

  const client = createClient({
    url,
    webSocketImpl: options.webSocket,
    // It would send the same request again, and with it start a second run: what a drop calls for is
    // known only to who follows the run.
    retryAttempts: 0,
    keepAlive: pingEveryMs,
    lazyCloseTimeout: options.idleMs ?? 30_000,
    on: {
      connecting() {
        clearTimeout(opening);
        opening = setTimeout(() => terminate("The socket did not open in time."), openWithinMs);
      },
      opened(opened) {
        socket = opened as typeof socket;
      },
      connected() {
        clearTimeout(opening);
        acknowledged = true;
        for (const operation of operations) operation.open();
      },
      ping(received) {
        if (!received) listen();
      },
      pong(received) {
        if (!received) return;
        clearTimeout(listening);
        listening = undefined;
        // A wire that is slow rather than dead answers late: it is given more time from now on.
        const took = performance.now() - pingedAt;
        patience = Math.min(longestPatience, Math.max(pongWithinMs, took * 2));
      },
      message() {
        // What is on its way comes before the answer, and shows that the wire lives.
        if (listening) listen();
      },
      closed: (event) => lost(endOf(event)),
    },
  });

  function listen(): void {
    if (!listening) pingedAt = performance.now();
    clearTimeout(listening);
    listening = setTimeout(() => {
      patience = Math.min(longestPatience, patience * 2);
      terminate("The socket has fallen silent.");
    }, patience);
  }

  /** Not `close`: on a dead wire the browser would wait for an answer. */
  function terminate(reason: string): void {
    client.terminate();
    lost({ kind: "dropped", reason });
  }

  // Not left to the client's own ends: after a close with 1000 it would send everything again.
  function lost(end: StreamEnd): void {
    clearTimeout(opening);
    clearTimeout(listening);
    listening = undefined;
    acknowledged = false;
    for (const operation of [...operations]) operation.end(end);
  }

  const unlisten = onWake(() => {
    // A laptop that slept may hold a socket that is dead and looks alive.
    if (!acknowledged || socket?.readyState !== 1) return;
    socket.send('{"type":"ping"}');
    listen();
  });

  return {
    subscribe(request, sink) {
      let leave = () => {};
      let sent = false;
      const operation: Operation = {
        open() {
          if (sent) return;
          sent = true;
          sink.sent();
          sink.open();
        },
        end(end) {
          if (!operations.delete(operation)) return;
          leave();
          sink.end(end);
        },
      };
      operations.add(operation);
      leave = client.subscribe(
        { ...request, operationName: request.operationName ?? null },
        {
          next(result) {
            if (operations.has(operation)) sink.next(result as Parameters<typeof sink.next>[0]);
          },
          error(error) {
            // Anything else is the socket's end, which `closed` tells of with all it knows.
            if (Array.isArray(error)) {
              operation.end({ kind: "refused", errors: error as unknown as WireError[] });
            }
          },
          complete: () => operation.end({ kind: "complete" }),
        },
      );
      if (acknowledged) operation.open();
      return () => {
        operations.delete(operation);
        leave();
      };
    },
    dispose() {
      unlisten();
      clearTimeout(opening);
      clearTimeout(listening);
      operations.clear();
      // It rejects where the socket was being opened, which is as good.
      Promise.resolve(client.dispose()).catch(() => {});
    },
  };
}

/**
 * What a close code means. The protocol's own errors (4400 to 4498) and those of a message that was
 * wrong would come again with the next try; 4408 says only that the line was slow.
 */
function endOf(event: unknown): StreamEnd {
  const { code = 1006, reason = "" } = (event ?? {}) as { code?: number; reason?: string };
  const wrong = [1002, 1003, 1007, 1008, 1009, 1010, 4004, 4005, 4500].includes(code);
  if (wrong || (code >= 4400 && code < 4499 && code !== 4408)) {
    return refusal(
      `SOCKET_${code}`,
      reason || `The server has closed the socket with code ${code}.`,
    );
  }
  return { kind: "dropped", reason: reason || `The socket was closed with code ${code}.` };
}
