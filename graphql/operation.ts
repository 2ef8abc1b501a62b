import type { GraphQLSchema } from "graphql";
import type { Demo } from "../lib/demo/demo";
import { fieldKinds } from "./kinds";
import { eventTypeName } from "./run-event";

const ofRun =
  "run { id key status position etaSeconds progress { value total text } notices { level text elapsedMs } error { code message } viewers createdAt startedAt endedAt }";

/** The subscription with which a page follows a demo: everything that it shows, inputs as variables. */
export function pageOperation(schema: GraphQLSchema, demo: Demo): string {
  const args = schema.getSubscriptionType()?.getFields()[demo.field]?.args ?? [];
  // A variable that is not given leaves the argument its default, but only if it may be null itself.
  const variables = args.map(({ name, type }) =>
    name === "delivery"
      ? `$${name}: ${type} = LATEST`
      : `$${name}: ${String(type).replace(/!$/, "")}`,
  );
  const given = args.map(({ name }) => `${name}: $${name}`);
  return `subscription ${demo.type}(${variables.join(", ")}) {
  ${demo.field}(${given.join(", ")}) {
    ${ofRun}
    seq yields cursor elapsedMs
    ${selectionOf(demo)}
  }
}`;
}

/**
 * The query with which a page goes through what a run's log keeps, for its timeline: the outputs as its
 * subscription has them, and of the run what changes with its entries.
 */
export function timelineOperation(demo: Demo): string {
  return `query ${demo.type}Timeline($id: ID!, $after: String, $first: Int!) {
  run(id: $id) {
    events(after: $after, first: $first) {
      run { status progress { value total text } }
      seq yields cursor elapsedMs
      ... on ${eventTypeName(demo.name)} {
    ${selectionOf(demo)}
      }
    }
  }
}`;
}

/** The subscription that somebody tries first, with the defaults written out. */
export function exampleOperation(schema: GraphQLSchema, demo: Demo): string {
  const args = schema.getSubscriptionType()?.getFields()[demo.field]?.args ?? [];
  const given = args
    .filter(({ name }) => Object.hasOwn(demo.inputs, name))
    .map(({ name, type, defaultValue }) => `${name}: ${literal(defaultValue, String(type))}`);
  return `subscription ${demo.type} {
  ${demo.field}${given.length > 0 ? `(${given.join(", ")})` : ""} {
    run { status }
    ${selectionOf(demo)}
  }
}`;
}

function selectionOf(demo: Demo): string {
  const fields = Object.entries(demo.outputs).map(([name, { kind }]) =>
    [name, fieldKinds[kind].selection].filter(Boolean).join(" "),
  );
  return fields.join("\n    ");
}

function literal(value: unknown, type: string): string {
  if (value === undefined) return type.startsWith("Float") || type.startsWith("Int") ? "1" : '"…"';
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(", ")}]`;
  // A choice is an enum's name, and stands without quotes.
  if (type.includes("Choice")) return String(value);
  // The playground writes it into a script, which `</script>` would end.
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
