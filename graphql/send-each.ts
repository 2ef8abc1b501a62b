import type { ExecutionResult } from "graphql";
import { textOf } from "./shared-results";

/** Sends a message; gives a promise only where the next one has to wait for it. */
export type Send = (message: string) => Promise<void> | undefined;

/**
 * Sends each result of a subscription in the protocol's words, one that many are sent as it was written for
 * the first of them.
 *
 * @param id of the operation, as the client calls it
 * @returns what graphql-ws sees in its place: a stream of nothing, which ends when the subscription does
 */
export function sendEach(
  id: string,
  results: AsyncGenerator<ExecutionResult, unknown, void>,
  send: Send,
): AsyncGenerator<never, void, void> {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;

  async function sendAll(): Promise<IteratorResult<never, void>> {
    for (;;) {
      const { value: result, done } = await results.next();
      if (done) return { value: undefined, done };
      const sent = send(`${head}${textOf(result)}}`);
      if (sent) await sent;
    }
  }

  const ended = { value: undefined, done: true } as const;
  return {
    next: sendAll,
    async return() {
      await results.return(undefined);
      return ended;
    },
    async throw(error) {
      await results.return(undefined);
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await results.return(undefined);
    },
  };
}
