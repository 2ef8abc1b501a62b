import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { apiAddress } from "./address";
import type { Result, SubscribeOptions, Subscription } from "./transport";

/** One operation on a socket of its own. */
export function subscribeOverSocket<Data>(
  query: string,
  { variables = {}, url, headers = {} }: SubscribeOptions = {},
): Subscription<Data> {
  let socket: WebSocket | undefined;
  let paused = false;
  class OwnSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
      socket = this;
    }
  }
  const client = createClient({
    url: apiAddress(url).replace(/^http/, "ws"),
    webSocketImpl: OwnSocket,
    retryAttempts: 0,
    on: {
      // By then the server has acknowledged the connection; the operation goes out next.
      connected: () => {
        if (paused) socket?.pause();
      },
    },
  });
  const results = readResults(
    client.iterate({ query, variables }) as AsyncIterableIterator<Result<Data>>,
  );
  return {
    next: () => results.next(),
    async return() {
      await results.return(undefined);
      await client.dispose();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    pause() {
      paused = true;
      if (socket?.readyState === WebSocket.OPEN) socket.pause();
    },
    resume() {
      paused = false;
      socket?.resume();
    },
    destroy: () => socket?.terminate(),
  };
}

/** An `error` message, which graphql-ws throws as a list, is a result like any other. */
async function* readResults<Data>(
  messages: AsyncIterableIterator<Result<Data>>,
): AsyncGenerator<Result<Data>, undefined> {
  try {
    yield* messages;
  } catch (thrown) {
    if (Array.isArray(thrown)) yield { errors: thrown };
    else throw thrown;
  }
  return undefined;
}
