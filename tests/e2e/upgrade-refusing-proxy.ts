import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";

export interface UpgradeRefusingProxy {
  url: string;
  /** How many sockets were asked for, and refused. */
  readonly refused: number;
  /** Destroys every connection. */
  cut(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** An HTTP proxy as some companies have it: everything passes but WebSocket. */
export async function createUpgradeRefusingProxy(target: string): Promise<UpgradeRefusingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let refused = 0;

  const server = createServer((incoming, response) => {
    const { method, url, headers } = incoming;
    const options = { hostname, port, method, path: url, headers, agent: false } as const;
    const outgoing = ask(options, (answer: IncomingMessage) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.on("error", () => response.destroy());
      answer.pipe(response);
    });
    outgoing.on("error", () => response.destroy());
    response.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  server.on("upgrade", (_request, socket) => {
    refused++;
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    get refused() {
      return refused;
    },
    cut,
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
