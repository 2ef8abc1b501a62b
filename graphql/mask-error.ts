import { GraphQLError, Kind, parse, visit } from "graphql";
import { isShownError } from "../lib/shown-error";

/**
 * What a caller is told of an error: the message and code of those that are meant for it; of any other
 * nothing, and the server's log has it with its stack.
 */
export function maskError(error: unknown): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError)) {
    return withArgument(error);
  }
  const place =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (isShownError(original)) {
    const { message, code, details } = original;
    return new GraphQLError(message, { ...place, extensions: { code, ...details } });
  }
  console.error("An operation failed:", original ?? error);
  return new GraphQLError("The server could not do this. Its log says why.", {
    ...place,
    extensions: { code: "INTERNAL" },
  });
}

/** An error about a variable's value, with the argument that the variable is for. */
function withArgument(error: GraphQLError): GraphQLError {
  const [node] = error.nodes ?? [];
  const body = node?.loc?.source.body;
  if (node?.kind !== Kind.VARIABLE_DEFINITION || body === undefined) return error;
  visit(parse(body), {
    [Kind.ARGUMENT](argument) {
      const { value } = argument;
      if (value.kind !== Kind.VARIABLE || value.name.value !== node.variable.name.value) return;
      error.extensions.code ??= "BAD_USER_INPUT";
      error.extensions.argument = argument.name.value;
    },
  });
  return error;
}
