import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { house } from "@/app/_server/house";
import { exampleOperation } from "@/graphql/operation";
import { schemaOf } from "@/graphql/schema";
import { themeKey } from "../_ui/theme-key";
import { followTheme } from "./follow-theme";

export const dynamic = "force-dynamic";

// GraphiQL lets its tabs be dragged. Where there are more than fit, a mere press already throws one far
// away, and it is never clicked. Beside that many its title would be broken into lines, higher than the tabs;
// on a phone it would lie on them.
const ownStyle =
  "<style>.graphiql-tab { transform: none !important } .graphiql-logo { white-space: nowrap } @media (max-width: 40rem) { .graphiql-logo { display: none } }</style>";

/**
 * GraphiQL, served whole from here, with a tab per demo that is ready to be run. What `?query=…` and
 * `&variables=…` say has one of its own in front.
 */
export async function GET(request: Request): Promise<Response> {
  const catalogue = await house().catalogue();
  const schema = schemaOf(catalogue);
  const demos = [...catalogue.demos.values()];
  const asked = askedFor(new URL(request.url).searchParams);
  const options = {
    title: "Playground · Yieldcast",
    endpoint: "/api/graphql",
    subscriptionsProtocol: "WS" as const,
    defaultTabs: [
      ...(asked ? [asked] : []),
      ...demos.map((demo) => ({ query: exampleOperation(schema, demo) })),
    ],
    ...asked,
  };
  const page = renderGraphiQL(options);
  const nonce = request.headers.get("x-nonce");
  // Only the first of each is the page's own: there are more in the texts of its script.
  const said = JSON.stringify(options);
  const first = `<script>(${followTheme})(${JSON.stringify(themeKey)})</script>`;
  const open = nonce ? `<script nonce="${nonce}">` : "<script>";
  const own = page
    // It is written into the page's script, which `</script>` in somebody's address would end.
    .replace(said, () => said.replaceAll("<", "\\u003c"))
    .replace("<script>", () => open)
    .replace("</head>", () => `${ownStyle}${first.replace("<script>", () => open)}</head>`);
  return new Response(own, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function askedFor(given: URLSearchParams): { query: string; variables?: string } | undefined {
  const query = given.get("query");
  const variables = given.get("variables");
  return query ? { query, ...(variables && { variables }) } : undefined;
}
