import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from "node:net";
import { WebSocketServer } from "ws";
import { pageOperation, timelineOperation } from "../../../graphql/operation";
import { schemaOf } from "../../../graphql/schema";
import { createSocketServer } from "../../../graphql/socket";
import { createGraphQLServer } from "../../../graphql/yoga";
import type { Demo } from "../../../lib/demo/demo";
import { createHouse, type House } from "../../../lib/house";
import { readSettings } from "../../../lib/settings";

export interface LiveServer extends AsyncDisposable {
  readonly house: House;
  /** The API's address, through the wire. */
  readonly url: string;
  readonly wire: Wire;
  /** What becomes of sockets: served, refused, or never answered. */
  sockets: "serve" | "refuse" | "ignore" | { close: number };
  /** Closes every socket as the protocol says. */
  closeSockets(code: number): void;
  /** Sockets that were asked for, served or not. */
  socketsSeen: number;
  socketsOpen(): number;
  /** Ends the next answer that streams, as if it were complete, after so many writes. */
  truncateAfter: number | undefined;
  /** Operations over HTTP that were asked for. */
  readonly requests: string[];
  page(demo: string): Promise<{ document: string; timeline: string; field: string; demo: string }>;
}

/** A wire between client and server that can be cut and held: TCP, so that both sides see a real drop. */
export interface Wire {
  /** Destroys every connection. */
  cut(): void;
  /** Carries nothing any more, in neither direction, and says nothing of it. New connections work. */
  stall(): void;
  /** Keeps what comes from the server until it is released. */
  hold(): void;
  release(): void;
  /** Refuses new connections, and cuts those that are. */
  down(): void;
  up(): void;
  /** Cuts everything once so many more bytes have come from the server; 0: never. */
  cutAfter(bytes: number): void;
  /** Asked at each connection after how many bytes to cut; `undefined`: leave it. */
  nextCut: (() => number) | undefined;
  readonly cuts: number;
  close(): void;
}

type Settings = Record<string, string>;

/** The real pipeline on a port of its own, without Next, behind a wire. */
export async function createLiveServer(
  demos: Record<string, unknown>,
  settings: Settings = {},
): Promise<LiveServer> {
  const house = createHouse({
    settings: readSettings({ ALLOWED_ORIGINS: "*", ...settings }),
    loaders: Object.fromEntries(
      Object.entries(demos).map(([name, demo]) => [
        `../demos/${name}.ts`,
        async () => ({ default: demo }),
      ]),
    ),
    watch: false,
  });
  const schema = schemaOf(await house.catalogue());
  const yoga = createGraphQLServer(house);
  const http = createServer(async (request, response) => {
    const lost = new AbortController();
    response.once("close", () => lost.abort());
    server.requests.push(request.headers.accept ?? "");
    if (request.headers.accept === "text/event-stream") truncate(response);
    await yoga(request, response, { house, schema, signal: lost.signal });
  });
  /** What a proxy does that gives up on its server: to the client the body is whole. */
  function truncate(response: ServerResponse): void {
    let left = server.truncateAfter;
    server.truncateAfter = undefined;
    if (left === undefined) return;
    const write = response.write.bind(response) as (chunk: unknown) => boolean;
    response.write = (chunk: unknown) => {
      if (left === undefined || response.writableEnded) return false;
      if (left-- > 0) return write(chunk);
      left = undefined;
      response.end();
      return false;
    };
  }
  const upgrades = new WebSocketServer({ noServer: true });
  const socketServer = createSocketServer(house, yoga);
  http.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    server.socketsSeen++;
    const { sockets } = server;
    if (sockets === "refuse") socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    if (sockets === "refuse" || sockets === "ignore") return;
    upgrades.handleUpgrade(request, socket, head, (opened) => {
      if (sockets === "serve") socketServer.accept(opened);
      else opened.close(sockets.close, "not you");
    });
  });
  const port = await new Promise<number>((resolve) => {
    http.listen(0, "127.0.0.1", () => resolve((http.address() as AddressInfo).port));
  });
  const { wire, port: wirePort } = await createWire(port);
  const server: LiveServer = {
    house,
    wire,
    url: `http://127.0.0.1:${wirePort}/api/graphql`,
    sockets: "serve",
    socketsSeen: 0,
    socketsOpen: () => upgrades.clients.size,
    truncateAfter: undefined,
    requests: [],
    closeSockets(code) {
      for (const socket of upgrades.clients) socket.close(code);
    },
    async page(name) {
      const demo = (await house.catalogue()).demos.get(name) as Demo;
      return {
        document: pageOperation(schema, demo),
        timeline: timelineOperation(demo),
        field: demo.field,
        demo: name,
      };
    },
    async [Symbol.asyncDispose]() {
      wire.close();
      http.closeAllConnections();
      http.close();
      upgrades.close();
      await house[Symbol.asyncDispose]();
    },
  };
  return server;
}

async function createWire(target: number): Promise<{ wire: Wire; port: number }> {
  const pairs = new Set<{ client: Socket; server: Socket }>();
  let budget = 0;
  let isDown = false;
  let held: (() => void)[] | undefined;
  const tcp = createTcpServer((client) => {
    if (isDown) return void client.destroy();
    if (wire.nextCut && budget === 0) budget = wire.nextCut();
    const server = connect(target, "127.0.0.1");
    const pair = { client, server };
    pairs.add(pair);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on("error", () => {});
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
    client.on("data", (data) => server.write(data));
    const deliver = (data: Buffer) => {
      const part = budget > 0 && data.length >= budget ? data.subarray(0, budget) : data;
      if (part === data) {
        if (budget > 0) budget -= data.length;
        client.write(data);
        return;
      }
      // What was let through must arrive, so the end is a FIN in the middle of a message.
      budget = 0;
      client.end(part);
      server.destroy();
      wire.cut();
    };
    server.on("data", (data) => {
      if (held) held.push(() => deliver(data));
      else deliver(data);
    });
  });
  const wire: Wire & { cuts: number } = {
    cuts: 0,
    nextCut: undefined,
    cut() {
      wire.cuts++;
      for (const { client, server } of pairs) {
        if (!client.writableEnded) client.destroy();
        server.destroy();
      }
    },
    stall() {
      for (const { client, server } of pairs) {
        client.removeAllListeners("data").pause();
        server.removeAllListeners("data").pause();
      }
    },
    hold() {
      held = [];
    },
    release() {
      const late = held ?? [];
      held = undefined;
      for (const deliver of late) deliver();
    },
    down() {
      isDown = true;
      wire.cut();
    },
    up() {
      isDown = false;
    },
    cutAfter(bytes) {
      budget = bytes;
    },
    close() {
      wire.cut();
      tcp.close();
    },
  };
  const port = await new Promise<number>((resolve) => {
    tcp.listen(0, "127.0.0.1", () => resolve((tcp.address() as AddressInfo).port));
  });
  return { wire, port };
}
