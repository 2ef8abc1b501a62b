import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
} from "graphql";
import type { RunEvent } from "../lib/run/run-event";
import { maskError } from "./mask-error";
import { sharedResultsOf } from "./shared-results";

type Results = AsyncGenerator<ExecutionResult, void, void>;

/**
 * Carries out a subscription. graphql-js's own resolves each event for each subscriber; here those who ask
 * the same of the same event get one result. Errors come masked.
 */
export async function subscribe(args: ExecutionArgs): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!isAsyncIterable(source)) return masked(source);
  // Every subscription of this schema is one of a demo.
  const events = source[Symbol.asyncIterator]() as AsyncIterator<RunEvent>;
  const shared = sharedResultsOf(args);

  const results: Results = {
    async next() {
      const { value: event, done } = await events.next();
      if (done) return { value: undefined, done };
      const known = shared.get(event);
      if (known) return { value: known, done: false };
      const result = execute({ ...args, rootValue: event });
      // What has to be waited for may be another one a moment later.
      if (result instanceof Promise) return { value: masked(await result), done: false };
      return { value: shared.add(event, masked(result)), done: false };
    },
    async return() {
      await events.return?.();
      return { value: undefined, done: true };
    },
    async throw(error) {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
    },
  };
  return results;
}

function masked(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => maskError(error) as GraphQLError);
  return { ...result, errors };
}

function isAsyncIterable<Value>(
  source: AsyncIterable<Value> | ExecutionResult,
): source is AsyncIterable<Value> {
  return Symbol.asyncIterator in source;
}
