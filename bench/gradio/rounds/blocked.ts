import type { IncomingMessage } from "node:http";
import { followGradio, type GradioRun, join, openStream } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";
import { readGradioStream } from "../gradio-stream";

const seconds = 28;

/** Nobody has a grace period there. */
export async function gradioBlocked(start: StartGradio) {
  const [stop, wait] = await Promise.all([
    waitBehind(start, (url, run) => cancel(url, run)),
    waitBehind(start, (_url, _run, stream) => stream.destroy()),
  ]);
  return { stop, wait };
}

/** Milliseconds from the freeing of a place to the first yield of the run that waited for it. */
async function waitBehind(
  start: StartGradio,
  free: (url: string, run: GradioRun, stream: IncomingMessage) => unknown,
): Promise<number> {
  await using gradio = await start("blocked");
  const first = await join(gradio.url, [seconds]);
  const stream = await openStream(gradio.url, first);
  // It is left, or cancelled.
  stream.on("error", () => {});
  let begun = false;
  const read = readGradioStream(() => {
    begun = true;
  });
  for await (const text of stream.iterator({ destroyOnReturn: false })) {
    read(text);
    if (begun) break;
  }
  stream.resume();
  let began: number | undefined;
  const next = followGradio(gradio.url, [0], ([at]) => {
    began = Number(at);
  });
  const freed = Date.now();
  await free(gradio.url, first, stream);
  await next;
  if (began === undefined) throw new Error("The next one did not say when it began.");
  return began - freed;
}

/** As the page does it, where it has a button for that. */
async function cancel(url: string, { session, at, event }: GradioRun): Promise<void> {
  const response = await fetch(`${url}/gradio_api/cancel`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ session_hash: session, fn_index: at, event_id: event }),
  });
  if (!response.ok) throw new Error(`Gradio answers ${response.status}: ${await response.text()}`);
}
