import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

/**
 * Gives the error of a document that cannot be parsed its code and status. Yoga does so over HTTP
 * only, but hands the first error out to all who send the same document, over whatever transport.
 */
export function parseErrorsPlugin(): Plugin {
  return {
    onParse:
      () =>
      ({ result }) => {
        if (!(result instanceof GraphQLError)) return;
        result.extensions.code ??= "GRAPHQL_PARSE_FAILED";
        result.extensions.http ??= { spec: true, status: 400 };
      },
  };
}
