import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { readGradioStream } from "./gradio-stream";

/**
 * Starts a run of the only function of an app and follows it to its end, as a visitor of its own. It does as
 * little as a client can, so that it is the server that is measured.
 *
 * @param onOutputs called for each yield
 * @throws Error where the run fails, or its stream ends before it
 * @example await followGradio(gradio.url, [5000], ([count]) => numbers.push(count));
 */
export async function followGradio(
  url: string,
  inputs: unknown[],
  onOutputs: (outputs: unknown[]) => void,
): Promise<void> {
  const stream = await openStream(url, await join(url, inputs));
  const read = readGradioStream(onOutputs);
  let ended = false;
  stream.setEncoding("utf8");
  for await (const text of stream) ended = read(text);
  if (!ended) throw new Error("Gradio's stream ended before its run.");
}

/**
 * Asks for a run.
 *
 * @returns the visitor's name, by which its stream is asked for
 */
export async function join(url: string, inputs: unknown[]): Promise<string> {
  const session = randomUUID();
  const response = await fetch(`${url}/gradio_api/queue/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ data: inputs, fn_index: 0, session_hash: session }),
  });
  if (!response.ok) {
    throw new Error(`Gradio answers ${response.status}: ${await response.text()}`);
  }
  await response.arrayBuffer();
  return session;
}

/** The stream of a visitor, which flows as it is read. */
export function openStream(url: string, session: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${url}/gradio_api/queue/data?session_hash=${session}`, { agent: false }, resolve).on(
      "error",
      reject,
    );
  });
}
