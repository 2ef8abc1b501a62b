import { readSseMessages } from "./sse-messages";
import { refusal, type StreamEnd, type Transport } from "./stream";
import type { OnWake } from "./wake";
import type { WireError, WireResult } from "./wire";

export interface SseOptions {
  url: string;
  /** Default: the global one. */
  fetch?: typeof fetch;
  /** A wire that is silent for so long is dead: the server says something every 12 s. Default: 30,000. */
  silenceMs?: number;
  onWake: OnWake;
}

// Longer than the server is ever silent.
const suspiciousMs = 15_000;

/** Operations over HTTP, each a request of its own: https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md */
export function createSseTransport(options: SseOptions): Transport {
  const { url, fetch = globalThis.fetch, silenceMs = 30_000, onWake } = options;
  const open = new Set<() => void>();
  return {
    subscribe(request, sink) {
      const abort = new AbortController();
      open.add(leave);
      let silence: ReturnType<typeof setTimeout> | undefined;
      let heardAt = 0;
      let left = false;

      function leave(): void {
        left = true;
        open.delete(leave);
        unlisten();
        clearTimeout(silence);
        abort.abort();
      }
      function end(how: StreamEnd): void {
        if (left) return;
        leave();
        sink.end(how);
      }
      function heard(): void {
        heardAt = Date.now();
        clearTimeout(silence);
        silence = setTimeout(() => end(dropped("The server has fallen silent.")), silenceMs);
      }

      async function follow(): Promise<StreamEnd> {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "text/event-stream" },
          body: JSON.stringify(request),
          cache: "no-store",
          signal: abort.signal,
        });
        const type = response.headers.get("content-type") ?? "";
        if (!response.body || !type.startsWith("text/event-stream")) return refusedBy(response);
        if (!left) sink.open();
        for await (const { event, data } of readSseMessages(response.body, heard)) {
          if (left) break;
          if (event === "complete") return { kind: "complete" };
          if (event === "next") sink.next(JSON.parse(data) as WireResult);
        }
        return dropped("The stream was cut.");
      }

      // While a laptop sleeps its timers stand still, and the wire dies.
      const unlisten = onWake(() => {
        if (Date.now() - heardAt > suspiciousMs) end(dropped("The server has fallen silent."));
      });
      heard();
      sink.sent();
      follow().then(end, (error: unknown) => end(dropped(String(error))));
      return leave;
    },
    dispose() {
      for (const leave of [...open]) leave();
    },
  };
}

function dropped(reason: string): StreamEnd {
  return { kind: "dropped", reason };
}

/** An answer that is no stream: the server's own errors, or a proxy's page. */
async function refusedBy(response: Response): Promise<StreamEnd> {
  const { status } = response;
  const body = (await response.json().catch(() => undefined)) as
    | { errors?: WireError[] }
    | undefined;
  if (Array.isArray(body?.errors)) {
    const errors = body.errors.map((error) => ({
      ...error,
      extensions: { code: `HTTP_${status}`, ...error.extensions },
    }));
    return { kind: "refused", errors };
  }
  const message = `The server answered with the status ${status}.`;
  // 502, 503 and 504 are of proxies while the server is away; 408 and 429 ask to come again.
  if (status >= 500 || status === 408 || status === 429) return dropped(message);
  return refusal(`HTTP_${status}`, message);
}
