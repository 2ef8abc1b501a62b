import {
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printType,
} from "graphql";
import type { Demo } from "../lib/demo/demo";

/**
 * A demo's part of the schema, as SDL: its subscription, its event, and every type that these lead to.
 *
 * @example demoTypes(schema, demo) // "type Subscription {\n  countUp(to: Int! = 10, …): CountUpEvent!\n}\n…"
 */
export function demoTypes(schema: GraphQLSchema, demo: Demo): string {
  const subscription = schema.getSubscriptionType()?.toConfig();
  const config = subscription?.fields[demo.field];
  if (!subscription || !config) return "";
  const own = new GraphQLObjectType({ ...subscription, fields: { [demo.field]: config } });
  const found = new Set<GraphQLNamedType>();

  function visit(type: GraphQLNamedType): void {
    if (found.has(type) || isSpecifiedScalarType(type) || isIntrospectionType(type)) return;
    found.add(type);
    if (isInputObjectType(type)) {
      for (const each of Object.values(type.getFields())) visit(getNamedType(each.type));
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const each of Object.values(type.getFields())) {
      visit(getNamedType(each.type));
      for (const arg of each.args) visit(getNamedType(arg.type));
    }
    for (const each of type.getInterfaces()) visit(each);
  }
  visit(own);
  return [...found].map(printType).join("\n\n");
}
