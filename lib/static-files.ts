import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";

export interface StaticFilesOptions {
  /** Where they lie. None of them changes: their names are of their contents. */
  folder: string;
  /** What their addresses begin with. */
  prefix: string;
}

/** What is worth making smaller, by the ending of its name. */
const types: { readonly [ending: string]: string } = {
  ".css": "text/css; charset=UTF-8",
  ".js": "application/javascript; charset=UTF-8",
};

/**
 * Answers for scripts and styles, each made small once rather than for every visitor: on a page's way to be
 * usable that is most of what its server does. For all else it gives `false`, and somebody else answers; so
 * does `otherwise` where there is no such file.
 *
 * @example if (!serve(request, response, otherwise)) otherwise();
 */
export function createStaticFiles({ folder, prefix }: StaticFilesOptions) {
  const small = new Map<string, Promise<Buffer>>();

  /** @throws where there is no such file */
  async function read(name: string): Promise<Buffer> {
    const whole = await readFile(path.join(folder, name));
    return promisify(gzip)(whole, { level: constants.Z_BEST_COMPRESSION });
  }

  return function serve(
    request: IncomingMessage,
    response: ServerResponse,
    otherwise: () => void,
  ): boolean {
    const { url = "", method, headers } = request;
    if (method !== "GET" && method !== "HEAD") return false;
    if (!url.startsWith(prefix) || headers.range !== undefined) return false;
    if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers["accept-encoding"] ?? ""))) {
      return false;
    }
    const [, name, ending = ""] =
      /^([\w~-]+(?:\/[\w~-]+)*(\.\w+))(?:\?|$)/.exec(url.slice(prefix.length)) ?? [];
    const type = types[ending];
    if (name === undefined || type === undefined) return false;
    let body = small.get(name);
    if (!body) {
      body = read(name);
      small.set(name, body);
    }
    body.then(
      (bytes) => {
        response.writeHead(200, {
          "content-type": type,
          "content-encoding": "gzip",
          "content-length": bytes.length,
          "cache-control": "public, max-age=31536000, immutable",
          vary: "Accept-Encoding",
        });
        response.end(method === "HEAD" ? undefined : bytes);
      },
      () => {
        small.delete(name);
        otherwise();
      },
    );
    return true;
  };
}
