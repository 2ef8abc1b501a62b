import { siteUrl } from "./demo-page";

/** Asks the API, as a program that is no browser. */
export async function query<Data>(
  document: string,
  variables: Record<string, unknown> = {},
  at = siteUrl,
): Promise<Data> {
  const answer = await fetch(new URL("/api/graphql", at), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(`No data came: ${JSON.stringify(errors)}`);
  return data;
}

/** How a run stands, as the server says; `undefined` where it is not known. */
export async function statusOf(run: string, at = siteUrl): Promise<string | undefined> {
  const document = "query ($id: ID!) { run(id: $id) { status } }";
  const data = await query<{ run: { status: string } | null }>(document, { id: run }, at);
  return data.run?.status;
}
