import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { parse, subscribe } from "graphql";
import { countSchema } from "./count-schema";

/* The limit of a stream over HTTP: graphql-js and `node:http` alone. */

const http = createServer(async (request, response) => {
  const { query } = JSON.parse(await text(request));
  const results = await subscribe({ schema: countSchema, document: parse(query) });
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write(":\n\n");
  if (!(Symbol.asyncIterator in results)) throw results.errors?.[0];
  for await (const result of results) {
    const sent = response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    if (!sent) await once(response, "drain");
  }
  response.end("event: complete\ndata:\n\n");
});
http.listen(0, "127.0.0.1", () => {
  process.send?.((http.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
