import { costLimitPlugin } from "@escape.tech/graphql-armor-cost-limit";
import { maxAliasesPlugin } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import type { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Gives a refusal the code that clients tell it by. */
const onReject = [
  (_context: unknown, error: GraphQLError) => {
    Object.assign(error.extensions, { code: "TOO_COMPLEX" });
  },
];

/**
 * Bounds what one operation may ask, before anything of it is carried out. The deepest that makes
 * sense, a picture in the state of a run, is 6 deep; GraphiQL's introspection has some 450 tokens.
 */
export function limitsPlugins(): Plugin[] {
  return [
    maxDepthPlugin({ n: 10, onReject }),
    maxAliasesPlugin({ n: 15, onReject }),
    maxTokensPlugin({ n: 2000, onReject }),
    costLimitPlugin({ maxCost: 50_000, onReject }),
  ] as Plugin[];
}
