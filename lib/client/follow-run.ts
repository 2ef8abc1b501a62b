import { createBackoff } from "./backoff";
import type { Transport } from "./stream";
import type { OnWake } from "./wake";
import { isPiece, type WireEvent, type WireRequest, type WireResult } from "./wire";

/** How the line to a run is; `since` is on the clock of `performance.now()`. */
export interface ConnectionState {
  readonly state: "idle" | "connecting" | "open" | "reconnecting";
  readonly since: number;
}

export interface FollowOptions {
  transport: Transport;
  onWake: OnWake;
  onConnection?: ((connection: ConnectionState) => void) | undefined;
  /** From here on a run may have begun: what is left now leaves it to its grace period. */
  onSent?: (() => void) | undefined;
}

export interface FollowSink {
  next(result: WireResult): void;
  /** Called once, last, where the server is done or has refused; a refusal has come as a result. */
  end(): void;
}

const over = new Set(["DONE", "FAILED", "CANCELLED"]);

/**
 * Carries out a demo's subscription, which selects `run { id status } yields cursor`, across dropped
 * connections: after each it follows the run that it has seen from the cursor that it has seen. A stream that ends before the run did was cut, whatever
 * the transport says.
 *
 * Where a request was sent and nothing came back, not even the run's id, a run may have begun or not.
 * It is not started a second time: that ends with the error `START_UNKNOWN`. A request that cannot have
 * been sent is sent when the server is there again.
 */
export function followRun(
  request: WireRequest,
  sink: FollowSink,
  options: FollowOptions,
): () => void {
  const { transport, onWake, onConnection, onSent } = options;
  const backoff = createBackoff({ onWake });
  let run = request.variables.run as string | null | undefined;
  let cursor = request.variables.after as string | null | undefined;
  let isOver = false;
  let state: ConnectionState["state"] = "idle";
  let leave = () => {};

  function connection(next: ConnectionState["state"]): void {
    if (next === state) return;
    state = next;
    onConnection?.({ state, since: performance.now() });
  }

  function attempt(): void {
    let sent = false;
    const variables = { ...request.variables, run, after: cursor };
    leave = transport.subscribe(
      { ...request, variables },
      {
        sent() {
          sent = true;
          onSent?.();
        },
        open: () => connection("open"),
        next(result) {
          const event = eventOf(result);
          if (event) remember(event);
          // An answer without an event, such as RUN_NOT_FOUND, is the last one.
          if (event || !result.errors) return sink.next(result);
          leave();
          finish(result);
        },
        end(end) {
          if (end.kind === "refused") return finish({ data: null, errors: end.errors });
          if (isOver) return finish();
          if (run == null && sent) {
            return finish(
              startUnknown(end.kind === "dropped" ? end.reason : "The stream was cut."),
            );
          }
          connection("reconnecting");
          backoff.schedule(attempt);
        },
      },
    );
  }

  function remember(event: WireEvent): void {
    run = event.run.id;
    backoff.reset();
    if (isPiece(event)) return;
    cursor = event.cursor;
    isOver = over.has(event.run.status);
  }

  function finish(last?: WireResult): void {
    connection("idle");
    if (last) sink.next(last);
    sink.end();
  }

  connection("connecting");
  attempt();
  return () => {
    backoff.cancel();
    leave();
  };
}

/** The event of a demo's subscription, whose one field has the demo's name. */
function eventOf({ data }: WireResult): WireEvent | undefined {
  const event = Object.values(data ?? {})[0] as WireEvent | null | undefined;
  return event?.run ? event : undefined;
}

function startUnknown(reason: string): WireResult {
  const message = `The connection was lost while the run was being started: run it again. ${reason}`;
  return { data: null, errors: [{ message, extensions: { code: "START_UNKNOWN" } }] };
}
