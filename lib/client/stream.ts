import type { WireError, WireRequest, WireResult } from "./wire";

/** How a stream has ended. */
export type StreamEnd =
  /** The server said that it is complete. */
  | { readonly kind: "complete" }
  /** The server has answered that it will not: asking again would give the same answer. */
  | { readonly kind: "refused"; readonly errors: readonly WireError[] }
  /** Nobody said anything. */
  | { readonly kind: "dropped"; readonly reason: string };

/** Who listens to a stream. `end` is called once, and nothing after it. */
export interface StreamSink {
  /** From here on the server may have the request, and act on it. Called before `open`. */
  sent(): void;
  /** The server listens. */
  open(): void;
  next(result: WireResult): void;
  end(end: StreamEnd): void;
}

/** A way to the server. It tries once: to try again is for who knows what was received. */
export interface Transport {
  /** Returns the function that leaves the stream; the sink is then not called any more. */
  subscribe(request: WireRequest, sink: StreamSink): () => void;
  dispose(): void;
}

/** An answer that is final, in the shape of the errors that the server itself gives. */
export function refusal(code: string, message: string): StreamEnd {
  return { kind: "refused", errors: [{ message, extensions: { code } }] };
}
