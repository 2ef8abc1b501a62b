import {
  type Exchange,
  makeErrorResult,
  makeOperation,
  makeResult,
  type Operation,
  type OperationContext,
  type OperationResult,
  stringifyDocument,
} from "@urql/core";
import { filter, make, merge, mergeMap, pipe, takeUntil } from "wonka";
import { type FollowOptions, followRun } from "./follow-run";

export type ResumeOptions = Omit<FollowOptions, "onConnection" | "onSent">;

/** What an operation's context may say to the exchange. */
export type ResumeContext = Partial<OperationContext> &
  Pick<FollowOptions, "onConnection" | "onSent">;

/**
 * urql's exchange for subscriptions. It stands instead of `subscriptionExchange`, which takes a stream
 * that was cut for one that is complete, and keeps an error in all results that come after it: here
 * each result is of its own event alone.
 */
export function resumeExchange(options: ResumeOptions): Exchange {
  return ({ client, forward }) =>
    (operations$) => {
      const isOurs = ({ kind }: Operation) => kind === "subscription";
      const results$ = pipe(
        operations$,
        filter(isOurs),
        mergeMap((operation) => {
          const torndown$ = pipe(
            operations$,
            filter(({ kind, key }) => kind === "teardown" && key === operation.key),
          );
          const result$ = make<OperationResult>(({ next, complete }) => {
            const { onConnection, onSent } = operation.context as ResumeContext;
            return followRun(
              { query: stringifyDocument(operation.query), variables: operation.variables ?? {} },
              {
                next(result) {
                  try {
                    next(makeResult(operation, result));
                  } catch (error) {
                    next(makeErrorResult(operation, error as Error));
                  }
                },
                end() {
                  // Without it urql would hold the operation as one that goes on.
                  client.reexecuteOperation(
                    makeOperation("teardown", operation, operation.context),
                  );
                  complete();
                },
              },
              { ...options, onConnection, onSent },
            );
          });
          return pipe(result$, takeUntil(torndown$));
        }),
      );
      const others$ = pipe(
        operations$,
        filter((operation) => !isOurs(operation)),
        forward,
      );
      return merge([results$, others$]);
    };
}
