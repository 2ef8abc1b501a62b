import { createHash } from "node:crypto";
import { embedScript } from "@/lib/client/embed/embed-script";

export const dynamic = "force-dynamic";

const text = `(${embedScript})();\n`;
const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;

const headers = {
  "Content-Type": "text/javascript; charset=utf-8",
  // An hour, and a day while the newer one is fetched: whoever embeds never changes the address.
  "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
  ETag: tag,
};

/** The script with which another site's page shows a demo: docs/embedding.md. */
export function GET(request: Request): Response {
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((each) => each.replace(/^W\//, "") === tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers });
}
