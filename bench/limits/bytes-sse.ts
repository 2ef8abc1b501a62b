import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/*
 * `node:http` alone, which writes the same bytes, event for event, as a generator gives them: what a stream
 * over HTTP costs before anything is asked of it.
 */

async function* integers(to: number): AsyncGenerator<{ count: number }> {
  for (let count = 0; count < to; count++) yield { count };
}

const http = createServer(async (request, response) => {
  const { query } = JSON.parse(await text(request));
  const to = Number(/to: (\d+)/.exec(query)?.[1]);
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write(":\n\n");
  for await (const benchCount of integers(to)) {
    const data = JSON.stringify({ data: { benchCount } });
    if (!response.write(`event: next\ndata: ${data}\n\n`)) await once(response, "drain");
  }
  response.end("event: complete\ndata:\n\n");
});
http.listen(0, "127.0.0.1", () => {
  process.send?.((http.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
