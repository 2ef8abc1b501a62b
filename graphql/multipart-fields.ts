import { UploadError } from "../lib/store/upload-error";

/** An operation whose file is still to come. */
export interface Operations {
  readonly query: unknown;
  readonly variables: { [name: string]: unknown };
  readonly [other: string]: unknown;
}

/** Where a file belongs: the part that brings it, and the variable that is it. */
export interface FilePlace {
  readonly part: string;
  readonly variable: string;
}

const variablePath = /^variables\.([A-Za-z][A-Za-z0-9_]*)$/;

/**
 * The first field of a multipart request: one operation, whose file is `null` so far.
 *
 * @throws UploadError `BAD_MULTIPART`
 */
export function readOperations(text: string): Operations {
  const given = parsed("operations", text);
  if (Array.isArray(given)) throw bad("operations must be one operation; got a list of them.");
  const { variables } = given;
  if (!isObject(variables)) {
    throw bad('operations must have variables, the file among them as null: {"file": null}.');
  }
  return { ...given, query: given.query, variables };
}

/**
 * The second field: which part is which variable.
 *
 * @throws UploadError `BAD_MULTIPART`
 * @example readMap('{"0": ["variables.file"]}', operations) // { part: "0", variable: "file" }
 */
export function readMap(text: string, { variables }: Operations): FilePlace {
  const entries = Object.entries(parsed("map", text));
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw bad(`map must name exactly one file; got ${entries.length}.`);
  }
  const [part, paths] = entry;
  const path: unknown = Array.isArray(paths) && paths.length === 1 ? paths[0] : undefined;
  const variable = typeof path === "string" ? variablePath.exec(path)?.[1] : undefined;
  if (variable === undefined) {
    throw bad('map must say which one variable the file is: {"0": ["variables.file"]}.');
  }
  if (!Object.hasOwn(variables, variable) || variables[variable] !== null) {
    throw bad(`The variable "${variable}" that map names must be null in operations.`);
  }
  return { part, variable };
}

function parsed(field: string, text: string): { [key: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad(`${field} must be JSON.`);
  }
  if (!isObject(value)) throw bad(`${field} must be a JSON object.`);
  return value;
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

function bad(message: string): UploadError {
  return new UploadError("BAD_MULTIPART", message);
}
