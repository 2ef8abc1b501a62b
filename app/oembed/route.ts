import { describe, findRun } from "@/app/_server/house";
import { siteOrigin } from "@/app/_server/site-origin";
import { oembedOf } from "@/app/_ui/share/oembed";
import { readPageAddress } from "@/lib/demo/page-address";

export const dynamic = "force-dynamic";

const headers = { "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" };

/** Describes a demo's or a run's page to sites that show what their authors link to: https://oembed.com */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "json";
  if (format !== "json") return refused(501, "Only format=json is served.");
  const origin = siteOrigin(request.headers);
  const address = searchParams.get("url");
  if (address === null) return refused(400, "url must be the address of a demo or a run.");
  const page = readPageAddress(address, origin);
  if (!page) return refused(404, "There is no demo and no run at this address.");
  const record = page.what === "run" ? (await findRun(page.id))?.record : undefined;
  const name = page.what === "run" ? record?.demo : page.name;
  const demo = name === undefined ? undefined : (await describe(name))?.demo;
  if (!demo) return refused(404, "There is no such demo or run, or not any more.");
  const most = {
    width: limitOf(searchParams.get("maxwidth")),
    height: limitOf(searchParams.get("maxheight")),
  };
  const answer = oembedOf({ demo, origin, run: record?.id, most });
  return Response.json(answer, { headers: { ...headers, "Cache-Control": "public, max-age=300" } });
}

function refused(status: number, message: string): Response {
  return Response.json({ error: message }, { status, headers });
}

function limitOf(words: string | null): number | undefined {
  const number = Math.floor(Number(words));
  return words !== null && number > 0 ? number : undefined;
}
