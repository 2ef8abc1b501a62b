import { costLimitPlugin } from "@escape.tech/graphql-armor-cost-limit";
import { maxAliasesPlugin } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import type { Plugin } from "graphql-yoga";

/**
 * Bounds what one operation may ask, before anything of it is carried out. The deepest that makes
 * sense, a picture in the state of a run, is 6 deep; GraphiQL's introspection has some 450 tokens.
 */
export function limitsPlugins(): Plugin[] {
  return [
    maxDepthPlugin({ n: 10 }),
    maxAliasesPlugin({ n: 30 }),
    maxTokensPlugin({ n: 2000 }),
    costLimitPlugin({ maxCost: 50_000 }),
  ] as Plugin[];
}
