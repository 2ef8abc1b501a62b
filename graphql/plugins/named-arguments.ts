import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Plugin } from "graphql-yoga";

interface Validated {
  schema: GraphQLSchema;
  documentAST: DocumentNode;
}

/**
 * Makes the errors about values of a wrong type name the argument. GraphQL's own only quote the value:
 * `Int cannot represent non-integer value: "many"`.
 */
export function namedArgumentsPlugin(): Plugin {
  return {
    onValidate({ params }) {
      return ({ result, setResult }) => {
        if (result.length === 0) return;
        const { schema, documentAST } = params as Validated;
        setResult(result.map((error) => named(error as GraphQLError, { schema, documentAST })));
      };
    },
  };
}

function named(error: GraphQLError, { schema, documentAST }: Validated): GraphQLError {
  // Yoga remembers what was wrong with a document, and hands the same list out again.
  if (error.extensions.argument !== undefined) return error;
  const start = error.nodes?.[0]?.loc?.start;
  const isValue = error.nodes?.[0]?.kind.endsWith("Value");
  if (start === undefined || !isValue) return error;
  const types = new TypeInfo(schema);
  let argument: string | undefined;
  let choices: string | undefined;
  visit(
    documentAST,
    visitWithTypeInfo(types, {
      [Kind.ARGUMENT](node) {
        const loc = node.value.loc;
        if (!loc || start < loc.start || loc.end <= start) return;
        argument = node.name.value;
        const type = getNamedType(types.getInputType());
        if (isEnumType(type))
          choices = type
            .getValues()
            .map(({ name }) => name)
            .join(", ");
      },
    }),
  );
  if (argument === undefined) return error;
  const allowed = choices === undefined ? "" : ` It must be one of ${choices}.`;
  return new GraphQLError(`The argument "${argument}": ${error.message}${allowed}`, {
    nodes: error.nodes ?? null,
    extensions: { ...error.extensions, code: "BAD_USER_INPUT", argument },
  });
}
