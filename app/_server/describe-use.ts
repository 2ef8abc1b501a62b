import { demoTypes } from "@/graphql/demo-types";
import { operationParts } from "@/graphql/operation-parts";
import { schemaOf } from "@/graphql/schema";
import type { DemoUse } from "@/lib/demo/demo-use";
import { house } from "./house";
import { sourceOf } from "./sources";

/** How a demo is used elsewhere than on its page; `undefined` where there is none of that name. */
export async function describeUse(name: string): Promise<DemoUse | undefined> {
  const { settings, catalogue } = house();
  const known = await catalogue();
  const demo = known.demos.get(name);
  if (!demo) return undefined;
  const schema = schemaOf(known);
  return {
    parts: operationParts(schema, demo),
    types: demoTypes(schema, demo),
    origin: settings.PUBLIC_URL ?? null,
    source: (await sourceOf(demo.name)) ?? null,
  };
}
