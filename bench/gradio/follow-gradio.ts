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
  const response = await fetch(`${url}/gradio_api/queue/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  });
  if (!response.ok) throw new Error(`Gradio answers ${response.status}: ${await response.text()}`);
  const { event_id } = await response.json();
  return { session, at, event: event_id };
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
