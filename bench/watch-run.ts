import WebSocket from "ws";
import { createClient } from "../lib/client/create-client";
import type { ResumeContext } from "../lib/client/resume-exchange";
import { createSessionMemory } from "../lib/client/session-memory";
import { unsharedRequest } from "../lib/client/unshared-request";

export interface WatchOptions {
  transport: "socket" | "sse";
  delivery: "EVERY" | "LATEST";
  /** Field and inputs of the demo. */
  field: string;
  inputs: string;
  /** What is selected of its outputs. */
  outputs: string;
}

/** What every event has, beside its outputs. */
export interface WatchedEvent {
  readonly yields: number;
  readonly run: { readonly status: string };
}

/** A run as the client of the pages sees it. */
export interface WatchedRun<Event extends WatchedEvent> extends Disposable {
  /** Every event so far, in the order in which they came. */
  readonly events: readonly Event[];
  /** How often the run was asked for: once more after each drop. */
  readonly asked: number;
  /** Resolves with the next event. */
  next(): Promise<Event>;
  /**
   * Settles when the run is over and all has come.
   *
   * @throws Error where the client gave up
   */
  readonly ended: Promise<void>;
}

/**
 * Starts a run and follows it with the client of the pages, which resumes by itself.
 *
 * @param url of the site, or of a wire to it
 * @example using run = watchRun<Event>(wire.url, { transport: "sse", delivery: "EVERY", field: "drip", inputs: "total: 5", outputs: "index" });
 */
export function watchRun<Event extends WatchedEvent>(
  url: string,
  { transport, delivery, field, inputs, outputs }: WatchOptions,
): WatchedRun<Event> {
  const client = createClient({
    url: `${url}/api/graphql`,
    webSocket: QuietSocket,
    memory: createSessionMemory(undefined),
    // Nobody listens there: the client then takes event streams by itself.
    ...(transport === "sse" && { socketUrl: "ws://127.0.0.1:1" }),
  });
  const document = `subscription ($run: ID, $after: String) {
    ${field}(${inputs}, run: $run, after: $after, delivery: ${delivery}) { run { id status } yields cursor ${outputs} }
  }`;
  const events: Event[] = [];
  let waiting: ((event: Event) => void)[] = [];
  let asked = 0;
  const context: ResumeContext = {
    onSent() {
      asked++;
    },
  };
  let leave = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    const request = unsharedRequest(document, {});
    const { unsubscribe } = client
      .executeSubscription(request, context)
      .subscribe(({ data, error }) => {
        if (error) return reject(error);
        const event = data[field] as Event;
        events.push(event);
        for (const tell of waiting) tell(event);
        waiting = [];
        if (event.run.status === "DONE") resolve();
      });
    leave = unsubscribe;
  });
  ended.catch(() => {});
  return {
    events,
    get asked() {
      return asked;
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
    ended,
    [Symbol.dispose]() {
      leave();
      client.dispose();
    },
  };
}

/** As browsers have it: an error that nobody listens to is not thrown. */
class QuietSocket extends WebSocket {
  constructor(url: string, protocol: string) {
    super(url, protocol);
    this.on("error", () => {});
  }
}
