import type { Client } from "@urql/core";
import { createBackoff } from "../backoff";
import { isUnanswered } from "../is-unanswered";
import { problemOf } from "../problem-of";
import { unsharedRequest } from "../unshared-request";
import type { OnWake } from "../wake";
import type { LogEvent } from "./log-event";
import { sizeOfValue } from "./size-of-value";

export interface EventLoaderOptions {
  client: Client;
  /** The query of a demo's page for its runs' events. */
  document: string;
  run: string;
  onWake: OnWake;
  /** Whether the run goes on, so that there is always more. */
  goesOn(): boolean;
  onEvents(events: readonly LogEvent[]): void;
  /** It has come to the end of what there is, was given up, or has failed for good. */
  onRest(): void;
}

/** Gets the events of a run, page after page. */
export interface EventLoader {
  /**
   * Gets what is there and not here yet; nothing happens where it does so already.
   *
   * @param mostPages after so many it rests, though there may be more
   */
  load(mostPages?: number): void;
  readonly busy: boolean;
  /** Whether the run's last event is here. */
  readonly complete: boolean;
  /** Why nothing more can be had, as a sentence. */
  readonly problem: string | undefined;
  dispose(): void;
}

interface Answer {
  run: { events: LogEvent[] } | null;
}

const answerWithinMs = 15_000;
/** Of a page: what is parsed and folded in a few milliseconds. */
const bytesAtOnce = 2 ** 20;
const [fewest, most] = [20, 1000];

const over = new Set(["DONE", "FAILED", "CANCELLED"]);

export function createEventLoader(options: EventLoaderOptions): EventLoader {
  const { client, document, run, onWake, goesOn, onEvents, onRest } = options;
  const backoff = createBackoff({ onWake });
  let after: string | null = null;
  let first = 200;
  let pagesLeft = 0;
  let busy = false;
  let complete = false;
  let problem: string | undefined;
  let leave = () => {};

  function rest(): void {
    busy = false;
    leave = () => {};
    onRest();
  }

  function attempt(): void {
    const retry = () => {
      leave();
      backoff.schedule(attempt);
    };
    const late = setTimeout(retry, answerWithinMs);
    const { unsubscribe } = client
      .executeQuery<Answer>(unsharedRequest(document, { id: run, after, first }))
      .subscribe((result) => {
        clearTimeout(late);
        if (isUnanswered(result)) return retry();
        const events = result.data?.run?.events;
        if (events) return receive(events);
        // One output that could not be given leaves the others; here there is nothing at all.
        problem = result.error
          ? problemOf(result.error).message
          : "What this run yielded is not kept any more.";
        rest();
      });
    leave = () => {
      clearTimeout(late);
      unsubscribe();
    };
  }

  function receive(events: readonly LogEvent[]): void {
    backoff.reset();
    const asked = first;
    const last = events[events.length - 1];
    if (last) {
      after = last.cursor;
      complete = over.has(last.run.status);
      first = fitting(events);
      onEvents(events);
    }
    // Of a fast run there is more after each answer: a short one is its end for now.
    const isShort = events.length < asked / 2 && goesOn();
    if (!last || complete || isShort || --pagesLeft <= 0) rest();
    // In a task of its own, lest a long log keep the page from drawing.
    else backoff.schedule(attempt);
  }

  return {
    load(mostPages = Number.POSITIVE_INFINITY) {
      if (complete || problem) return;
      pagesLeft = busy ? Math.max(pagesLeft, mostPages) : mostPages;
      if (busy) return;
      busy = true;
      attempt();
    },
    get busy() {
      return busy;
    },
    get complete() {
      return complete;
    },
    get problem() {
      return problem;
    },
    dispose() {
      backoff.cancel();
      leave();
      busy = false;
    },
  };
}

/** How many of the next events fit into a page, by how large these are. */
function fitting(events: readonly LogEvent[]): number {
  const each = events.reduce((sum, event) => sum + sizeOfValue(event), 0) / events.length;
  return Math.round(Math.min(most, Math.max(fewest, bytesAtOnce / each)));
}
