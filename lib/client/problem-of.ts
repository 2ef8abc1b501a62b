import type { CombinedError } from "@urql/core";
import type { RunProblem } from "./run-snapshot";

/** What a view is told of an operation's error. */
export function problemOf(error: CombinedError): RunProblem {
  const [first] = error.graphQLErrors;
  if (!first) {
    return { code: "NETWORK", message: error.networkError?.message ?? error.message };
  }
  const { code, argument, arguments: faults } = first.extensions as Partial<RunProblem>;
  return {
    // GraphQL's own errors, of an operation that does not fit the schema, carry none.
    code: code ?? "GRAPHQL",
    message: first.message,
    ...(argument !== undefined && { argument }),
    ...(faults !== undefined && { arguments: faults }),
  };
}
