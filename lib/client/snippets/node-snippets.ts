import { nodeHead, socketOf } from "./java-script";
import { javaScriptLiteral } from "./literals";
import type { Snippet, SnippetRequest } from "./snippet";

const node = { language: "js", file: "run.mjs" } as const;

/** The client of the socket's protocol, by itself. */
export function graphqlWsSnippet(request: SnippetRequest): Snippet {
  const head = nodeHead(request, "graphql graphql-ws ws", [
    'import { createClient } from "graphql-ws";',
  ]);
  return {
    ...node,
    id: "graphql-ws",
    title: "graphql-ws",
    code: `${head}
${socketOf(request)}
for await (const { data, errors } of socket.iterate({ query, variables })) {
  if (errors) throw new Error(errors[0].message);
  console.log(JSON.stringify(data.${request.field}));
}
await socket.dispose();
`,
  };
}

/** urql, over server-sent events. */
export function urqlSnippet(request: SnippetRequest): Snippet {
  const head = nodeHead(request, "@urql/core graphql wonka", [
    'import { Client, fetchExchange } from "@urql/core";',
    'import { toAsyncIterable } from "wonka";',
  ]);
  return {
    ...node,
    id: "urql",
    title: "urql",
    code: `${head}
const client = new Client({
  url: ${javaScriptLiteral(request.api)},
  exchanges: [fetchExchange],
  fetchSubscriptions: true,
  preferGetMethod: false,
});

const results = toAsyncIterable(client.subscription(query, variables));
for await (const { data, error, hasNext } of results) {
  if (error) throw error;
  if (!hasNext) break; // the end, with the last result once more
  console.log(JSON.stringify(data.${request.field}));
}
`,
  };
}

/** Apollo Client, over a socket. */
export function apolloSnippet(request: SnippetRequest): Snippet {
  const head = nodeHead(request, "@apollo/client graphql graphql-ws rxjs ws", [
    'import { ApolloClient, gql, InMemoryCache } from "@apollo/client";',
    'import { GraphQLWsLink } from "@apollo/client/link/subscriptions";',
    'import { createClient } from "graphql-ws";',
  ]);
  return {
    ...node,
    id: "apollo",
    title: "Apollo Client",
    code: `${head}
${socketOf(request)}const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });

client.subscribe({ query: gql(query), variables, fetchPolicy: "no-cache" }).subscribe({
  next({ data, error }) {
    if (error) throw error;
    console.log(JSON.stringify(data.${request.field}));
  },
  complete: () => socket.dispose(),
});
`,
  };
}
