import type { GraphQLSchema } from "graphql";
import { createYoga } from "graphql-yoga";
import type { House } from "../lib/house";
import type { Context } from "./context";
import { createDocumentCache } from "./document-cache";
import { maskError } from "./mask-error";
import { isAllowedOrigin } from "./origin";
import { answerHeadersPlugin } from "./plugins/answer-headers";
import { currentSchemaPlugin } from "./plugins/current-schema";
import { eventStreamsPlugin } from "./plugins/event-streams";
import { limitsPlugins } from "./plugins/limits";
import { namedArgumentsPlugin } from "./plugins/named-arguments";
import { originsPlugin } from "./plugins/origins";
import { parseErrorsPlugin } from "./plugins/parse-errors";
import { sharedSubscriptionsPlugin } from "./plugins/shared-subscriptions";
import { streamTakersPlugin } from "./plugins/stream-takers";
import { uploadsPlugin } from "./plugins/uploads";

/** What a transport knows of an operation's caller. */
export interface ServerContext extends Context {
  schema: GraphQLSchema;
}

export type GraphQLServer = ReturnType<typeof createGraphQLServer>;

/** The one pipeline that every operation goes through, whatever its transport. */
export function createGraphQLServer({ settings }: House) {
  return createYoga<ServerContext>({
    graphqlEndpoint: "/api/graphql",
    graphiql: false,
    landingPage: false,
    // Yoga would keep a whole file in memory; `uploadsPlugin` writes it to disk as it comes.
    multipart: false,
    // A way for one request to cost as much as many, of which nothing here has need.
    batching: false,
    maxRequestBodySize: settings.YIELDCAST_MAX_REQUEST_BYTES,
    parserAndValidationCache: {
      documentCache: createDocumentCache(),
      errorCache: createDocumentCache(),
    },
    maskedErrors: { maskError },
    // Yoga would log every wrong argument with its stack; `maskError` logs what is the server's fault.
    logging: false,
    cors(request) {
      const origin = request.headers.get("origin");
      // An empty list would mean "all": https://the-guild.dev/graphql/yoga-server/docs/features/cors
      if (origin === null || !isAllowedOrigin(request.headers, settings)) return false;
      return {
        origin,
        credentials: false,
        methods: ["GET", "POST", "OPTIONS"],
        allowedHeaders: ["content-type", "accept", "graphql-require-preflight"],
        maxAge: 600,
      };
    },
    plugins: [
      originsPlugin(settings),
      uploadsPlugin(settings),
      currentSchemaPlugin(),
      ...limitsPlugins(),
      parseErrorsPlugin(),
      namedArgumentsPlugin(),
      streamTakersPlugin(),
      sharedSubscriptionsPlugin(),
      eventStreamsPlugin(),
      answerHeadersPlugin(),
    ],
  });
}
