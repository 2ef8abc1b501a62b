import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { readGradioStream } from "./gradio-stream";

/** A run that was asked for. */
export interface GradioRun {
  /** The visitor's name, by which the stream is asked for. */
  session: string;
  /** The place of the function among those of the app. */
  at: number;
  event: string;
}

/**
 * Starts a run of an app's function and follows it to its end, as a visitor of its own. It does as little as
 * a client can, so that it is the server that is measured.
 *
 * @param onOutputs called for each yield
 * @param at the place of the function among those of the app
 * @throws Error where the run fails, or its stream ends before it
 * @example await followGradio(gradio.url, [5000], ([count]) => numbers.push(count));
 */
export async function followGradio(
  url: string,
  inputs: unknown[],
  onOutputs: (outputs: unknown[]) => void,
  at = 0,
): Promise<void> {
  const stream = await openStream(url, await join(url, inputs, at));
  const read = readGradioStream(onOutputs);
  let ended = false;
  for await (const text of stream) ended = read(text);
  if (!ended) throw new Error("Gradio's stream ended before its run.");
}

/** Asks for a run. */
export async function join(url: string, inputs: unknown[], at = 0): Promise<GradioRun> {
  const session = randomUUID();
  const asked = { data: inputs, fn_index: at, session_hash: session };
  const { event_id } = await post(`${url}/gradio_api/queue/join`, asked);
  return { session, at, event: event_id };
}

/** Cancels a run, as the page does where it has a button for it. */
export async function cancel(url: string, { session, at, event }: GradioRun): Promise<void> {
  await post(`${url}/gradio_api/cancel`, { session_hash: session, fn_index: at, event_id: event });
}

/** The stream of a visitor, which flows as it is read. */
export function openStream(url: string, { session }: GradioRun): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const address = `${url}/gradio_api/queue/data?session_hash=${session}`;
    get(address, { agent: false }, (stream) => resolve(stream.setEncoding("utf8"))).on(
      "error",
      reject,
    );
  });
}

async function post(url: string, body: object) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Gradio answers ${response.status}: ${await response.text()}`);
  return response.json();
}
