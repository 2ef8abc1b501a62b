import { GraphQLError, Kind, parse, visit } from "graphql";
import { InputError } from "../lib/demo/check-inputs";
import { RunError } from "../lib/run/run-error";
import { LimitError } from "../lib/store/limit-error";

/**
 * What a caller is told of an error: the message and code of those that are meant for it; of any other
 * nothing, and the server's log has it with its stack.
 */
export function maskError(error: unknown): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError)) {
    return withArgument(error);
  }
  const extensions = extensionsOf(original);
  const place =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (extensions && original instanceof Error) {
    return new GraphQLError(original.message, { ...place, extensions });
  }
  console.error("An operation failed:", original ?? error);
  return new GraphQLError("The server could not do this. Its log says why.", {
    ...place,
    extensions: { code: "INTERNAL" },
  });
}

function extensionsOf(error: unknown): { code: string; [more: string]: unknown } | undefined {
  if (error instanceof RunError || error instanceof LimitError) return { code: error.code };
  if (!(error instanceof InputError)) return undefined;
  const [first] = error.faults;
  return { code: "BAD_USER_INPUT", argument: first?.argument, arguments: error.faults };
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
