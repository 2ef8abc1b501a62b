import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { house } from "@/app/_server/house";
import { exampleOperation } from "@/graphql/operation";
import { schemaOf } from "@/graphql/schema";

export const dynamic = "force-dynamic";

/** GraphiQL, served whole from here, with a tab per demo that is ready to be run. */
export async function GET(request: Request): Promise<Response> {
  const catalogue = await house().catalogue();
  const schema = schemaOf(catalogue);
  const demos = [...catalogue.demos.values()];
  const page = renderGraphiQL({
    title: "Playground · Yieldcast",
    endpoint: "/api/graphql",
    subscriptionsProtocol: "WS",
    defaultTabs: demos.map((demo) => ({ query: exampleOperation(schema, demo) })),
  });
  const nonce = request.headers.get("x-nonce");
  // The page's one script, and no other "<script": there are some in the texts of that script.
  return new Response(nonce ? page.replace("<script>", `<script nonce="${nonce}">`) : page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
