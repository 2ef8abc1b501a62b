import { createHash } from "node:crypto";
import { house } from "@/app/_server/house";
import { badge } from "@/lib/badge";

interface Context {
  params: Promise<{ file: string }>;
}

const common = {
  "Content-Type": "image/svg+xml; charset=utf-8",
  // What shows READMEs keeps pictures for as long as it is let; this one shall be of now.
  "Cache-Control": "no-cache, max-age=0, s-maxage=10",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'",
};

/** `/badge/<demo>.svg`: whether a demo is there, and how many of its runs go on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const { catalogue, runs } = house();
  const demo = (await catalogue()).demos.get(file.replace(/\.svg$/, ""));
  if (!file.endsWith(".svg") || !demo) {
    return new Response(badge({ title: "Yieldcast", state: "no such demo", live: false }), {
      status: 404,
      headers: common,
    });
  }
  const running = runs.running(demo.name);
  const state = running === 0 ? "idle" : `${running.toLocaleString("en")} running`;
  const svg = badge({ title: demo.title, state, live: running > 0 });
  const tag = `"${createHash("sha256").update(svg).digest("base64url").slice(0, 22)}"`;
  const headers = { ...common, ETag: tag };
  if (request.headers.get("if-none-match")?.replace(/^W\//, "") === tag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(svg, { headers });
}
