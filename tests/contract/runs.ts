import { collectData } from "./collect";
import { subscribeOverSse } from "./over-sse";
import { ask } from "./query";

/** What most tests look at of a run. */
export interface RunNow {
  status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
  error: { code: string; message: string } | null;
  viewers: number;
  position: number | null;
  startedAt: string | null;
  endedAt: string | null;
}

/** Starts a run without following it: `start("Drip(total: 5)")`. */
export async function start(call: string, site?: string): Promise<{ id: string; key: string }> {
  const data = await ask<Record<string, { id: string; key: string }>>(
    `mutation { started: start${call} { id key } }`,
    {},
    site,
  );
  const { started } = data;
  if (!started) throw new Error(`${call} was not started`);
  return started;
}

/** A run as it is now; `null` where it is not known (any more). */
export async function find(id: string, site?: string): Promise<RunNow | null> {
  const { run } = await ask<{ run: RunNow | null }>(
    "query ($id: ID!) { run(id: $id) { status error { code message } viewers position startedAt endedAt } }",
    { id },
    site,
  );
  return run;
}

export async function cancel(
  { id, key }: { id: string; key: string },
  site?: string,
): Promise<RunNow> {
  const { cancelRun } = await ask<{ cancelRun: RunNow }>(
    "mutation ($id: ID!, $key: String!) { cancelRun(id: $id, key: $key) { status error { code message } viewers position startedAt endedAt } }",
    { id, key },
    site,
  );
  return cancelRun;
}

/** The notes that the fixtures' `finally` blocks left behind. */
export async function notes(url?: string): Promise<string[]> {
  const events = subscribeOverSse<{ notes: { output: string[] } }>(
    "subscription { notes { output } }",
    { url },
  );
  const [only] = await collectData(events);
  return only?.notes.output ?? [];
}
