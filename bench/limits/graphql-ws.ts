import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";
import { useServer as serve } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";

/*
 * The limit that Yieldcast is measured against: graphql-ws and graphql-js alone, with no log, no
 * queue, no viewers to wait for and no HTTP framework.
 */

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

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: "Query", fields: { name: { type: GraphQLString } } }),
  subscription: new GraphQLObjectType({ name: "Subscription", fields: { benchCount: count } }),
});

const http = createServer();
serve({ schema }, new WebSocketServer({ server: http, path: "/api/graphql" }));
http.listen(0, "127.0.0.1", () => {
  process.send?.((http.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
