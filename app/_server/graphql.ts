import type { WebSocket } from "ws";
import { isAllowedOrigin } from "@/graphql/origin";
import { schemaOf } from "@/graphql/schema";
import { createSocketServer } from "@/graphql/socket";
import { createGraphQLServer } from "@/graphql/yoga";
import { house } from "./house";

function create() {
  const own = house();
  const graphql = createGraphQLServer(own);
  return { own, graphql, sockets: createSocketServer(own, graphql) };
}

let server: ReturnType<typeof create> | undefined;

// Not at the module's top level: `next build` evaluates it without the settings of the server to be.
function current() {
  server ??= create();
  return server;
}

/** Answers an operation over HTTP or SSE. */
export async function handleGraphQL(request: Request): Promise<Response> {
  const { own, graphql } = current();
  if (isVisit(request))
    return new Response(null, { status: 302, headers: { Location: "/playground" } });
  const schema = schemaOf(await own.catalogue());
  return graphql.fetch(request, { house: own, schema, signal: request.signal });
}

/** Serves an operation's socket. */
export function acceptSocket(socket: WebSocket): void {
  current().sockets.accept(socket);
}

export function mayOpenSocket(request: Request): boolean {
  return isAllowedOrigin(request.headers, current().own.settings);
}

export function mostBytesOfMessage(): number {
  return current().own.settings.YIELDCAST_MAX_REQUEST_BYTES;
}

/** Somebody who opened the API's address in a browser. */
function isVisit({ method, url, headers }: Request): boolean {
  const accepts = headers.get("accept") ?? "";
  return (
    method === "GET" && accepts.includes("text/html") && !new URL(url).searchParams.has("query")
  );
}
