import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";

const count = {
  type: new GraphQLNonNull(
    new GraphQLObjectType({ name: "CountEvent", fields: { count: { type: GraphQLInt } } }),
  ),
  args: { to: { type: new GraphQLNonNull(GraphQLInt) } },
  async *subscribe(_root: unknown, { to }: { to: number }) {
    for (let count = 0; count < to; count++) yield { count };
  },
  resolve: (event: unknown) => event,
};

/** What `bench/demos/bench-count.ts` is in the schema, with nothing behind it. */
export const countSchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: "Query", fields: { name: { type: GraphQLString } } }),
  subscription: new GraphQLObjectType({ name: "Subscription", fields: { benchCount: count } }),
});
