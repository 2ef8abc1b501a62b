import type { ExecutionResult } from "graphql";
import { textOf } from "./shared-results";

// Proxies cut a silent stream after 30 s to 60 s.
const pingEvery = 12_000;
const ping = ":\n\n";

/** What may wait to be read before the next result is asked for. */
const mostBuffered = 64 * 1024;

/**
 * The results of a subscription as server-sent events, in the words of graphql-sse's distinct connections:
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. Those of one turn of the event loop are
 * one chunk: each chunk goes through Next's streams on its way out, which costs more than an event does.
 */
export function toEventStream(results: AsyncIterator<ExecutionResult>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = "";
  let scheduled = false;
  let over = false;
  let goOn: (() => void) | undefined;
  let pings: NodeJS.Timeout | undefined;

  function end(): void {
    over = true;
    clearInterval(pings);
    goOn?.();
  }

  async function write(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const flush = () => {
      scheduled = false;
      if (over || waiting === "") return;
      controller.enqueue(encoder.encode(waiting));
      waiting = "";
    };
    const put = (text: string) => {
      waiting += text;
      if (!scheduled) process.nextTick(flush);
      scheduled = true;
    };
    const room = () => (controller.desiredSize ?? 0) - waiting.length;

    // Some browsers hold a response back until something comes.
    put(ping);
    pings = setInterval(() => room() > 0 && put(ping), pingEvery);
    try {
      while (!over) {
        const { value, done } = await results.next();
        put(done ? "event: complete\ndata:\n\n" : `event: next\ndata: ${textOf(value)}\n\n`);
        if (!done && room() > 0) continue;
        flush();
        if (done) break;
        if (room() <= 0 && !over) {
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        }
      }
      if (over) return;
      end();
      controller.close();
    } catch (error) {
      if (over) return;
      flush();
      end();
      controller.error(error);
    }
  }

  return new ReadableStream(
    {
      start: (controller) => void write(controller),
      pull: () => goOn?.(),
      async cancel() {
        end();
        await results.return?.();
      },
    },
    { highWaterMark: mostBuffered, size: (chunk) => chunk.byteLength },
  );
}
