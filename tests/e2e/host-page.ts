import { once } from "node:events";
import { createServer } from "node:http";

export interface HostPage {
  /** Of another origin than the site's: the port is another one. */
  url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface HostPageOptions {
  /** Its HTML; whatever else it is asked for is empty. */
  html: string | (() => string);
  /** Its content security policy. */
  policy?: string;
}

/** A page of somebody else's. */
export async function createHostPage({ html, policy }: HostPageOptions): Promise<HostPage> {
  const server = createServer((request, response) => {
    if (request.url !== "/") {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      ...(policy !== undefined && { "content-security-policy": policy }),
    });
    response.end(typeof html === "string" ? html : html());
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
