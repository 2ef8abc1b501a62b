import { AsyncLocalStorage } from "node:async_hooks";
import { createServer, type IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { handleProtocols } from "graphql-ws";
import next from "next";
import { readSettings } from "./lib/settings";
import { createStaticFiles } from "./lib/static-files";
import { keepDemoTypes } from "./tools/demo-types";
import { letNewSpaceGrow } from "./tools/heap.mjs";

/*
 * HTTP and WebSocket on one port. Wiring only: Next gives each route, page and instrumentation
 * modules of its own, so the route `/api/graphql` owns all that outlives a request, sockets too.
 */

const socketPath = "/api/graphql";
const secondsToLeave = 2;

/** The contract of `experimental_upgradeWebSocket` in `@vercel/functions`. */
type RequestContext = {
  upgradeWebSocket(): { req: IncomingMessage; socket: Duplex; head: Buffer };
};

/** Published by the route: answers an address of bytes before Next does, at 30 times the rate. */
type MediaHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

const shared = globalThis as {
  [key: symbol]: MediaHandler | AsyncDisposable | { get(): RequestContext | undefined } | undefined;
};
const houseKey = Symbol.for("yieldcast.house");
const mediaKey = Symbol.for("yieldcast.media");
const requestContext = new AsyncLocalStorage<RequestContext>();
shared[Symbol.for("@vercel/request-context")] = { get: () => requestContext.getStore() };

const dev = process.argv.includes("--dev");
const host = process.env.HOST || undefined;
const port = readPort(process.env.PORT);

// Next takes every upgrade of the server that it is given, so it gets one that never listens.
const hotReload = new Server();
const app = next({ dev, port, httpServer: hotReload, ...(host ? { hostname: host } : {}) });
await app.prepare();
try {
  readSettings(process.env); // after prepare(), which has read the .env files
} catch (error) {
  leave(error);
}
if (dev) keepDemoTypes(process.cwd());
const answer = app.getRequestHandler();
const serveStatic = createStaticFiles({ folder: ".next/static", prefix: "/_next/static/" });

/**
 * Java's HTTP client asks with each request whether HTTP/2 may be spoken (`Upgrade: h2c`); such a request
 * is answered as if it had not asked. Node before 22.21 knows no such choice and takes it for a socket.
 * https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener
 */
const onlySockets = {
  shouldUpgradeCallback: ({ headers }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === "websocket",
};

const server = createServer(
  {
    // Against clients that send slowly to hold a connection. Both end with the request's last
    // byte, so that a stream of answers goes on for as long as it likes.
    headersTimeout: 15_000,
    requestTimeout: 300_000,
    connectionsCheckingInterval: 5_000,
    // Longer than the minute for which proxies keep a connection that they may use again.
    keepAliveTimeout: 75_000,
    ...onlySockets,
  },
  (request, response) => {
    const media = shared[mediaKey];
    if (typeof media === "function" && media(request, response)) return;
    if (!isDecodable(request.url)) {
      response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("This address cannot be read: what follows a % in it stands for no letter.\n");
      return;
    }
    const otherwise = () => void answer(request, response);
    if (dev || !serveStatic(request, response, otherwise)) otherwise();
  },
);

const upgraded = new Set<Duplex>();

server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
  // First of all: an error without a listener ends the process.
  socket.on("error", () => socket.destroy());
  upgraded.add(socket);
  socket.once("close", () => upgraded.delete(socket));

  const [path] = (request.url ?? "").split("?");
  if (path !== socketPath) {
    if (dev && path?.startsWith("/_next/")) hotReload.emit("upgrade", request, socket, head);
    else socket.destroy();
    return;
  }

  // Of several protocols that a client offers, such as Python's gql does, ws would take the first.
  const offered = request.headers["sec-websocket-protocol"];
  const ours = offered !== undefined && handleProtocols(offered);
  if (ours) request.headers["sec-websocket-protocol"] = ours;

  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  // Only a refusal is ever written: after the upgrade the response has no socket to write to. A peer
  // that then does not close its half would keep the socket for ever, so it is not asked.
  response.once("finish", () => socket.destroySoon());
  const upgradeWebSocket = () => {
    response.detachSocket(socket);
    return { req: request, socket, head };
  };
  void requestContext.run({ upgradeWebSocket }, () => answer(request, response));
});

server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") {
    leave(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`);
  }
  if (error.code === "EACCES") {
    leave(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    leave(`HOST=${host} is no address of this machine. Leave it out to listen on all.`);
  }
  leave(error);
});

server.listen(port, host, () => {
  const { port: actual } = server.address() as AddressInfo;
  const name = !host || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const url = `http://${name.includes(":") ? `[${name}]` : name}:${actual}`;
  console.log(`Yieldcast ${dev ? "(dev) " : ""}is at ${url}`);
  // The first visitor shall not wait for the route's modules. Whether it works, the log tells.
  const warming = fetch(`${url}${socketPath}?query=%7B__typename%7D`, {
    headers: { accept: "application/json", "content-type": "application/json" },
  });
  warming
    .then((response) => response.arrayBuffer())
    .catch(() => {})
    .finally(letNewSpaceGrow);
});

let leaving = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (leaving) process.exit(1); // asked twice, so at once
    leaving = true;
    server.close();
    // Every run is cancelled, so that what demos do in `finally` is still done.
    const house = shared[houseKey];
    if (house && Symbol.asyncDispose in house) void house[Symbol.asyncDispose]();
    for (const socket of upgraded) socket.end();
    // Connections whose answer ends later are kept for a next request, which never comes.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    // What is still being answered gets this long; streams would never end by themselves.
    setTimeout(() => process.exit(0), secondsToLeave * 1000).unref();
    server.once("close", () => void app.close().finally(() => process.exit(0)));
  });
}

/** Next would answer that `/demos/%ff` is its own fault, and log that. */
function isDecodable(address = ""): boolean {
  try {
    decodeURIComponent(address.replace(/\?.*/s, ""));
    return true;
  } catch {
    return false;
  }
}

function readPort(given: string | undefined): number {
  if (!given) return 3000;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  return leave(`PORT must be a whole number from 0 to 65535; got ${JSON.stringify(given)}`);
}

function leave(reason: unknown): never {
  console.error(reason instanceof Error && "code" in reason ? reason : String(reason));
  process.exit(1);
}
