import type { GraphQLSchema } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Takes the schema from the context: it changes with the files in `demos/`. */
export function currentSchemaPlugin(): Plugin<{ schema: GraphQLSchema }> {
  return {
    onEnveloped({ context, setSchema }) {
      if (context?.schema) setSchema(context.schema);
    },
  };
}
