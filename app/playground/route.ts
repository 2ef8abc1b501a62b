import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { house } from "@/app/_server/house";
import { exampleOperation } from "@/graphql/operation";
import { schemaOf } from "@/graphql/schema";

export const dynamic = "force-dynamic";

// GraphiQL lets its tabs be dragged. Where there are more than fit, a mere press already throws one far
// away, and it is never clicked.
const stillTabs = "<style>.graphiql-tab { transform: none !important }</style>";

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
  // Only the first of each is the page's own: there are more in the texts of its script.
  const own = page
    .replace("</head>", `${stillTabs}</head>`)
    .replace("<script>", nonce ? `<script nonce="${nonce}">` : "<script>");
  return new Response(own, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
