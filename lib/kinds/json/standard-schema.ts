/**
 * What libraries of schemas have in common, as far as it is needed here.
 * https://standardschema.dev/schema#the-interface
 */
export interface StandardSchema<Value = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Value> | Promise<Result<Value>>;
  };
}

type Result<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** So many faults are told; a long list has as many as it has members. */
const mostIssues = 3;

export function isStandardSchema(value: unknown): value is StandardSchema {
  // Those of ArkType are functions.
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return false;
  const { validate } = (value as { "~standard"?: { validate?: unknown } })["~standard"] ?? {};
  return typeof validate === "function";
}

/**
 * What a schema makes of a value, or what is wrong with it, in words.
 *
 * @throws Error where the schema is asynchronous
 */
export function validate<Value>(
  schema: StandardSchema<Value>,
  value: unknown,
): { value: Value } | { fault: string } {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) {
    result.catch(() => {});
    throw new Error("the schema is asynchronous: it must answer at once");
  }
  if (!result.issues) return result;
  const told = result.issues.slice(0, mostIssues).map(wordsOf);
  const more = result.issues.length - told.length;
  return { fault: [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ") };
}

function wordsOf({ message, path = [] }: Issue): string {
  const keys = path.map((part) => (typeof part === "object" ? part.key : part));
  const where = keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("");
  const words = message.length > 200 ? `${message.slice(0, 200)}…` : message;
  return where === "" ? words : `at ${where.replace(/^\./, "").slice(0, 100)}: ${words}`;
}
