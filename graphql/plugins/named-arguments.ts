import { type DocumentNode, GraphQLError, Kind, visit } from "graphql";
import type { Plugin } from "graphql-yoga";

/**
 * Makes the errors about values of a wrong type name the argument. GraphQL's own only quote the value:
 * `Int cannot represent non-integer value: "many"`.
 */
export function namedArgumentsPlugin(): Plugin {
  return {
    onValidate({ params }) {
      return ({ result, setResult }) => {
        if (result.length === 0) return;
        const { documentAST } = params as { documentAST: DocumentNode };
        setResult(result.map((error) => named(error as GraphQLError, documentAST)));
      };
    },
  };
}

function named(error: GraphQLError, document: DocumentNode): GraphQLError {
  const start = error.nodes?.[0]?.loc?.start;
  const isValue = error.nodes?.[0]?.kind.endsWith("Value");
  if (start === undefined || !isValue) return error;
  let argument: string | undefined;
  visit(document, {
    [Kind.ARGUMENT](node) {
      const loc = node.value.loc;
      if (loc && loc.start <= start && start < loc.end) argument = node.name.value;
    },
  });
  if (argument === undefined) return error;
  return new GraphQLError(`The argument "${argument}": ${error.message}`, {
    nodes: error.nodes ?? null,
    extensions: { ...error.extensions, code: "BAD_USER_INPUT", argument },
  });
}
