import { once } from "node:events";
import { createServer } from "node:http";

export interface EmbeddingPage {
  /** Of another origin than the site's: the port is another one. */
  url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A page of somebody else's that shows an address in a frame. */
export async function createEmbeddingPage(framed: string): Promise<EmbeddingPage> {
  const server = createServer((request, response) => {
    if (request.url !== "/") {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>Elsewhere</title><h1>Somebody else's page</h1>
      <iframe title="A demo" src="${framed}" width="800" height="700"></iframe>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
