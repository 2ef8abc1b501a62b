import { subscribeOverSocket } from "./over-socket";
import { subscribeOverSse } from "./over-sse";

/** What an operation answers with, once or many times. */
export interface Result<Data> {
  data?: Data | null;
  errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions?: { code?: string; [more: string]: unknown };
  }[];
}

export interface SubscribeOptions {
  variables?: Record<string, unknown>;
  /** Where the API is, if not at `YIELDCAST_URL`. */
  url?: string | undefined;
  headers?: Record<string, string>;
}

/** An operation that was sent already; its results are waited for by iterating. */
export interface Subscription<Data> extends AsyncIterableIterator<Result<Data>, undefined> {
  /** Reads nothing more off the wire, so that the sender is held up. */
  pause(): void;
  /** Reads on. */
  resume(): void;
  /** Destroys the TCP connection without a word. */
  destroy(): void;
}

export interface Transport {
  name: string;
  /**
   * Ends when the operation is complete, and throws where the connection is lost before. What is
   * refused as a whole is one result with errors.
   */
  subscribe<Data>(query: string, options?: SubscribeOptions): Subscription<Data>;
}

/** Every transport that subscriptions go over: `describe.each(transports)`. */
export const transports: readonly Transport[] = [
  { name: "WebSocket", subscribe: subscribeOverSocket },
  { name: "SSE", subscribe: subscribeOverSse },
];
