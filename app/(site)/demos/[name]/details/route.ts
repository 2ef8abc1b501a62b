import { describeUse } from "@/app/_server/describe-use";

interface Context {
  params: Promise<{ name: string }>;
}

/** What the tabs below a demo need, asked for when somebody comes to them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const use = await describeUse((await params).name);
  const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  if (!use) return Response.json({ error: "There is no such demo." }, { status: 404, headers });
  return Response.json(use, { headers });
}
