import { ShownError } from "@/lib/shown-error";
import { type CardOf, makeCard } from "./card";

/** Answers with a page's picture, or that there is none. */
export async function answerCard(request: Request, of: CardOf | undefined): Promise<Response> {
  if (!of) return new Response("There is no such demo or run, or not any more.\n", { status: 404 });
  try {
    const { data, tag } = await makeCard(of);
    const headers = {
      "Content-Type": "image/png",
      // A run goes on, and goes: who asks again is told at once whether it is still this one.
      "Cache-Control": "public, max-age=60",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Content-Type-Options": "nosniff",
      ETag: `"${tag}"`,
    };
    if (request.headers.get("if-none-match")?.replace(/^W\//, "") === headers.ETag) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(Buffer.from(data), { headers });
  } catch (error) {
    if (!(error instanceof ShownError)) throw error;
    return new Response(`${error.message}\n`, { status: 503, headers: { "Retry-After": "5" } });
  }
}
