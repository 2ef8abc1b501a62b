import { GraphQLError } from "graphql";
import type { Builder } from "./builder";

export function defineScalars(builder: Builder): void {
  builder.scalarType("JSON", {
    description: "Any value that JSON can write.",
    specifiedByURL: "https://www.rfc-editor.org/rfc/rfc8259",
    serialize: (value) => value,
  });
  builder.scalarType("DateTime", {
    description: "An instant, such as `2026-11-21T08:00:00.000Z`.",
    specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
    serialize: (value) => new Date(value).toISOString(),
    parseValue(value) {
      const instant = typeof value === "string" ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(instant))
        throw new GraphQLError("A DateTime must be a text such as 2026-11-21T08:00:00Z.");
      return instant;
    },
  });
}
