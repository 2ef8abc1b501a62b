import { createSchema, createYoga } from "graphql-yoga";

type Shared = { yieldcastYoga?: ReturnType<typeof make> };
function make() {
  return createYoga({
    graphqlEndpoint: "/api/graphql",
    graphiql: false,
    schema: createSchema({
      typeDefs: `type Query { hello: String! } type Subscription { count(to: Int!): Int! }`,
      resolvers: {
        Query: { hello: () => "world" },
        Subscription: {
          count: {
            async *subscribe(_: unknown, { to }: { to: number }) {
              for (let count = 1; count <= to; count++) {
                await new Promise((resolve) => setTimeout(resolve, 20));
                yield { count };
              }
            },
          },
        },
      },
    }),
  });
}

const shared = globalThis as unknown as Record<symbol, Shared>;
const key = Symbol.for("yieldcast.graphql");

export function yoga() {
  shared[key] ??= {};
  shared[key].yieldcastYoga ??= make();
  return shared[key].yieldcastYoga;
}

export async function handleGraphQL(request: Request): Promise<Response> {
  return yoga().handleRequest(request, {});
}

export function isAllowedOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  return !origin || new URL(origin).host === request.headers.get("host");
}
