import type { RunStatus } from "./wire";

const document = "query RunNow($id: ID!) { run(id: $id) { status startedAt endedAt } }";

interface Answer {
  data?: {
    run: { status: RunStatus; startedAt: string | null; endedAt: string | null } | null;
  } | null;
}

/** How a run stands that nobody here follows. */
export type KnownRun =
  | { readonly gone: true }
  | { readonly status: RunStatus; readonly elapsedMs?: number };

/**
 * Asks how a run stands.
 *
 * @param url Default: `/api/graphql` of the page's own origin.
 * @returns `gone` where the server does not know it (any more); `undefined` where nothing was answered
 */
export async function askRun(id: string, url = "/api/graphql"): Promise<KnownRun | undefined> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ query: document, variables: { id } }),
    });
    const { data }: Answer = await answer.json();
    if (!data) return undefined;
    if (!data.run) return { gone: true };
    const { status, startedAt, endedAt } = data.run;
    const elapsedMs = Date.parse(endedAt ?? "") - Date.parse(startedAt ?? "");
    return { status, ...(elapsedMs >= 0 && { elapsedMs }) };
  } catch {
    return undefined;
  }
}
