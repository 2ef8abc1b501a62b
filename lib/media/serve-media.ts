import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { create as contentDisposition } from "content-disposition";
import { isShownError } from "../shown-error";
import { parseByteRange } from "./byte-range";
import type { FindMedia } from "./find-media";
import { type NotServed, type Served, sizeOfParts, sliceParts } from "./served";

/** What of a request counts here; header names are in small letters. */
interface Asked {
  method: string;
  address: string;
  header(name: "range" | "if-range" | "if-none-match"): string | undefined;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: readonly Uint8Array[];
}

/** Answers for `/media/…`, in both shapes that servers have. */
export interface Media {
  fetch(request: Request): Promise<Response>;
  /** `false`: the address is not for media, and nothing was answered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

const forEver = "public, max-age=31536000, immutable";

// The sandbox is for who opens one as a page of its own. Players on other pages read the rest.
const always = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag",
  "X-Content-Type-Options": "nosniff",
};

const methods = "GET, HEAD, OPTIONS";

export interface MediaOptions {
  /** Milliseconds after which somebody who reads nothing of an answer is left. Default: a minute. */
  stalledAfter?: number;
}

/** Serves what `find` finds, by the rules of https://www.rfc-editor.org/rfc/rfc9110 */
export function createMedia(find: FindMedia, { stalledAfter = 60_000 }: MediaOptions = {}): Media {
  async function answer(asked: Asked): Promise<Answer> {
    const { method, address, signal } = asked;
    if (method === "OPTIONS") return preflight();
    if (method !== "GET" && method !== "HEAD")
      return plain(405, "Media can only be read.", { Allow: methods });
    try {
      const found = await find(address, signal);
      if ("status" in found) return missing(found);
      const whole = describe(found, address);
      const answered = conditional(whole, asked) ?? partial(whole, asked) ?? whole;
      return method === "HEAD" ? { ...answered, body: [] } : answered;
    } catch (error) {
      if (isShownError(error)) return plain(503, error.message, { "Retry-After": "1" });
      console.error(`What lies at ${address} could not be made:`, error);
      return plain(500, "This could not be made. The server's log says why.");
    }
  }

  return {
    async fetch(request) {
      const { status, headers, body } = await answer({
        method: request.method,
        address: request.url,
        header: (name) => request.headers.get(name) ?? undefined,
        signal: request.signal,
      });
      return new Response(toBody(body, status), { status, headers });
    },
    handle(request, response) {
      const address = request.url ?? "";
      if (!address.startsWith("/media/")) return false;
      const gone = new AbortController();
      response.once("close", () => gone.abort());
      const asked: Asked = {
        method: request.method ?? "GET",
        address,
        header: (name) => request.headers[name]?.toString(),
        signal: gone.signal,
      };
      // Who asks for a file and does not read it shall not have it kept in memory.
      response.setTimeout(stalledAfter, () => response.destroy());
      answer(asked)
        .then(({ status, headers, body }) => {
          response.writeHead(status, headers);
          if (body.length < 2) response.end(body[0]);
          // Part by part, as fast as it is read. Who leaves amid it is none of the server's troubles.
          else pipeline(Readable.from(body), response).catch(() => {});
        })
        .catch((error) => {
          console.error(`What lies at ${address} could not be sent:`, error);
          response.destroy();
        });
      return true;
    },
  };
}

function describe({ type, parts, final, attachment, policy }: Served, address: string): Answer {
  const size = sizeOfParts(parts);
  // What lies at an address never changes, so the address names it as well as its content would.
  const tag = createHash("sha256")
    .update(`${pathOf(address)} ${size}`)
    .digest("base64url");
  return {
    status: 200,
    headers: {
      ...always,
      ...(policy === undefined ? {} : { "Content-Security-Policy": policy }),
      "Cache-Control": final ? forEver : "no-store",
      "Content-Type": type,
      "Content-Length": String(size),
      "Accept-Ranges": "bytes",
      ...(final ? { ETag: `"${tag.slice(0, 27)}"` } : {}),
      ...(attachment === undefined
        ? {}
        : { "Content-Disposition": contentDisposition(attachment) }),
    },
    body: parts,
  };
}

function conditional({ headers }: Answer, { header }: Asked): Answer | undefined {
  const { ETag: tag, "Content-Type": _type, "Content-Length": _length, ...rest } = headers;
  const known = header("if-none-match")?.split(",");
  if (!tag || !known?.some((each) => each.trim().replace(/^W\//, "") === tag)) return undefined;
  return { status: 304, headers: { ...rest, ETag: tag }, body: [] };
}

function partial({ headers, body }: Answer, { method, header }: Asked): Answer | undefined {
  // Of a range, RFC 9110 speaks only with GET.
  if (method !== "GET") return undefined;
  const onlyIf = header("if-range");
  if (onlyIf !== undefined && onlyIf !== headers.ETag) return undefined;
  const size = sizeOfParts(body);
  const range = parseByteRange(header("range"), size);
  if (!range) return undefined;
  if (range === "none") {
    return plain(416, "None of these bytes is there.", { "Content-Range": `bytes */${size}` });
  }
  return {
    status: 206,
    headers: {
      ...headers,
      "Content-Length": String(range.end - range.start),
      "Content-Range": `bytes ${range.start}-${range.end - 1}/${size}`,
    },
    body: sliceParts(body, range),
  };
}

/** For a player on another page whose request a browser asks leave for. */
function preflight(): Answer {
  return {
    status: 204,
    headers: {
      ...always,
      Allow: methods,
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": "Range, If-Range, If-None-Match",
      "Access-Control-Max-Age": "86400",
    },
    body: [],
  };
}

function missing({ status, reason }: NotServed): Answer {
  return plain(status, reason, status === 503 ? { "Retry-After": "1" } : {});
}

function plain(status: number, text: string, more: Record<string, string> = {}): Answer {
  return {
    status,
    headers: {
      ...always,
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      ...more,
    },
    body: [new TextEncoder().encode(text)],
  };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address, "http://x");
  return pathname + search;
}

function toBody(parts: readonly Uint8Array[], status: number): BodyInit | null {
  if (status === 204 || status === 304 || parts.length === 0) return null;
  if (parts.length === 1) return parts[0] as BodyInit;
  const left = parts.values();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = left.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
