import type { IncomingMessage, ServerResponse } from "node:http";
import { isShownError } from "../shown-error";
import { parseImageAddress } from "./image-address";
import type { Images } from "./images";

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
}

/** Answers for `/media/…`, in both shapes that servers have. */
export interface Media {
  fetch(request: Request): Promise<Response>;
  /** `false`: the address is not for media, and nothing was answered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

// Bytes under an address never change. The sandbox is for who opens one as a page of its own.
const headers = {
  "Cache-Control": "public, max-age=31536000, immutable",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
};

export function createMedia(images: Images): Media {
  async function answer(method: string, address: string): Promise<Answer> {
    if (method !== "GET" && method !== "HEAD")
      return plain(405, "Media can only be read.", { Allow: "GET, HEAD" });
    const wanted = parseImageAddress(address);
    if (!wanted) return plain(404, "There is no media at this address.");
    try {
      const image = await images.get(wanted.run, wanted.id, wanted);
      if (!image) return plain(404, "This picture is not kept any more.");
      const length = String(image.data.byteLength);
      return {
        status: 200,
        headers: { ...headers, "Content-Type": image.type, "Content-Length": length },
        body: method === "HEAD" ? "" : image.data,
      };
    } catch (error) {
      if (isShownError(error)) return plain(503, error.message, { "Retry-After": "1" });
      console.error(`The picture ${address} could not be encoded:`, error);
      return plain(500, "This picture could not be encoded.");
    }
  }

  return {
    async fetch(request) {
      const { status, headers, body } = await answer(request.method, request.url);
      return new Response(body as BodyInit, { status, headers });
    },
    handle(request, response) {
      const address = request.url ?? "";
      if (!address.startsWith("/media/")) return false;
      void answer(request.method ?? "GET", address).then(({ status, headers, body }) => {
        response.writeHead(status, headers).end(body);
      });
      return true;
    },
  };
}

function plain(status: number, body: string, more: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...more },
    body,
  };
}
