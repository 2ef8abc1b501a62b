import type { InputKind } from "../kind";
import type { JsonInputOptions } from ".";
import { JsonDraft } from "./draft";
import { type JsonLimits, jsonFault } from "./json-fault";
import { isStandardSchema, validate } from "./standard-schema";

export const jsonInput: InputKind<JsonInputOptions, unknown> = {
  faults(options) {
    const { schema, default: value } = options;
    const limits = limitsOf(options);
    for (const [name, limit] of Object.entries(limits)) {
      if (!Number.isSafeInteger(limit) || limit < 1) {
        return [`${name} must be a whole number of at least 1; got ${limit}`];
      }
    }
    if (schema !== undefined && !isStandardSchema(schema)) {
      return ["schema must be a schema of zod, or of a library that keeps to Standard Schema"];
    }
    try {
      if (value !== undefined) read(value, options);
    } catch (error) {
      return [
        `schema does not go with the default: ${error instanceof Error ? error.message : error}`,
      ];
    }
    return [];
  },
  default: (options) => options.default,
  allowed(options) {
    const { maxLength, maxDepth } = limitsOf(options);
    const most = maxLength.toLocaleString("en");
    return `JSON of at most ${most} characters, at most ${maxDepth} deep`;
  },
  accepts: (value, options): value is unknown => "value" in read(value, options),
  came(value, options) {
    if (value instanceof JsonDraft) return value.fault;
    const taken = read(value, options);
    return "fault" in taken ? taken.fault : undefined;
  },
  taken(value, options) {
    const taken = read(value, options);
    return "value" in taken ? taken.value : value;
  },
  shown({ schema: _schema, ...options }) {
    return options;
  },
};

/**
 * What is kept of a value, or what is wrong with it.
 *
 * @throws Error where the schema is not one that can be used
 */
function read(value: unknown, options: JsonInputOptions): { value: unknown } | { fault: string } {
  // On the wire it says that nothing is given.
  if (value === null) return { fault: "a bare null says nothing" };
  if (value instanceof JsonDraft) return { fault: value.fault };
  const limits = limitsOf(options);
  const fault = jsonFault(value, limits);
  if (fault !== undefined) return { fault };
  if (!options.schema) return { value };
  const made = validate(options.schema, value);
  if ("fault" in made) return made;
  // It is kept in the run's record, which may go to another process.
  const unkept = made.value === undefined ? "it is undefined" : jsonFault(made.value, unbounded);
  if (unkept === undefined) return made;
  throw new Error(`the schema made of a value what JSON cannot write: ${unkept}`);
}

const unbounded: JsonLimits = { maxLength: Number.MAX_SAFE_INTEGER, maxDepth: 1000 };

function limitsOf({ maxLength = 100_000, maxDepth = 32 }: JsonInputOptions): JsonLimits {
  return { maxLength, maxDepth };
}
