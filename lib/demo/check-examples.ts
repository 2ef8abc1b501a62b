import { type InputDeclaration, inputKind } from "../kinds/inputs";
import { isFed } from "../kinds/is-fed";
import { preview } from "../kinds/preview";
import type { Demo } from "./demo";
import { exampleFilePath } from "./example-file";
import { exampleLabel } from "./example-label";
import type { Example } from "./examples";
import { ungroupValues } from "./groups";

/** So many fit into a row that somebody looks through. */
const mostExamples = 24;
const longestLabel = 80;

export interface CheckedExamples {
  readonly examples: readonly Example[];
  readonly run: boolean;
}

/** What a demo file says of its examples, which may be anything; what is wrong becomes problems. */
export function checkExamples(
  given: unknown,
  { file, inputs, groups }: Pick<Demo, "file" | "inputs" | "groups">,
  problems: string[],
): CheckedExamples {
  if (given === undefined) return { examples: [], run: false };
  const found = read(given, problems);
  if (!found) return { examples: [], run: false };
  const { of, run } = found;
  const examples: Example[] = [];
  for (const [at, { label, inputs: written }] of of.slice(0, mostExamples).entries()) {
    const subject = label === undefined ? `The example ${at + 1}` : `The example "${label}"`;
    if (!isRecord(written)) {
      problems.push(`${subject} must be an object of inputs; got ${preview(written)}.`);
      continue;
    }
    const values: { [name: string]: unknown } = {};
    for (const [name, value] of Object.entries(ungroupValues(written, groups))) {
      const fault = valueFault({ file, inputs }, name, value);
      if (fault !== undefined) problems.push(`${subject}: ${fault}.`);
      else values[name] = taken(inputs, name, value);
    }
    const whole = run ? { ...defaultsOf(inputs), ...values } : values;
    if (run) {
      for (const fault of missing(inputs, whole)) problems.push(`${subject}: ${fault}.`);
    }
    examples.push({ label: label ?? exampleLabel(values, inputs), inputs: whole });
  }
  return { examples, run };
}

interface Written {
  readonly label: string | undefined;
  readonly inputs: unknown;
}

function read(given: unknown, problems: string[]): { of: Written[]; run: boolean } | undefined {
  const how = "Write: examples: [{ steps: 5 }], or examples: { run: true, of: [{ steps: 5 }] }";
  if (Array.isArray(given)) return limited(listed(given), false, problems);
  if (!isRecord(given) || !(Array.isArray(given.of) || isRecord(given.of))) {
    problems.push(`examples must be a list of inputs; got ${preview(given)}. ${how}.`);
    return undefined;
  }
  const { of, run = false, ...others } = given;
  for (const name of Object.keys(others)) {
    problems.push(`examples has no option "${name}": it has run and of. ${how}.`);
  }
  if (typeof run !== "boolean") {
    problems.push(`run of examples must be true or false; got ${preview(run)}.`);
  }
  const written = Array.isArray(of) ? listed(of) : labelled(of as object, problems);
  return limited(written, run === true, problems);
}

function listed(of: readonly unknown[]): Written[] {
  return of.map((inputs) => ({ label: undefined, inputs }));
}

function labelled(of: object, problems: string[]): Written[] {
  return Object.entries(of).map(([label, inputs]) => {
    // https://tc39.es/ecma262/#sec-ordinaryownpropertykeys: such names come first, in the order of numbers.
    if (/^(?:0|[1-9]\d*)$/.test(label)) {
      problems.push(
        `The label "${label}" of an example is a number, which would change its place. Write a word with it.`,
      );
    }
    if (label.trim() === "" || label.length > longestLabel) {
      problems.push(
        `The label of an example must have 1 to ${longestLabel} characters; got ${preview(label)}.`,
      );
    }
    return { label, inputs };
  });
}

function limited(of: Written[], run: boolean, problems: string[]) {
  if (of.length > mostExamples) {
    problems.push(`There may be ${mostExamples} examples; got ${of.length}.`);
  }
  return { of, run };
}

/** In words that follow the example's name, without the full stop. */
function valueFault(
  { file, inputs }: Pick<Demo, "file" | "inputs">,
  name: string,
  value: unknown,
): string | undefined {
  const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (!input) {
    const names = Object.keys(inputs).join(", ") || "none";
    return `there is no input "${name}"; the demo has ${names}`;
  }
  const kind = inputKind(input);
  if (isOnlyFed(input)) return `the input "${name}" is fed while the run goes on: leave it out`;
  if (kind.uploads)
    return `the input "${name}" has files in it, which examples cannot give: leave it out`;
  if (kind.fileFault) {
    if (exampleFilePath(file, value) !== undefined) return undefined;
    const folder = file.replace(/[^/]*$/, "");
    return `the input "${name}" must be the path of a file below ${folder}, such as "./cat.jpg"; got ${preview(value)}`;
  }
  if (kind.accepts(value, input.options)) return undefined;
  const came = kind.came?.(value, input.options) ?? `got ${preview(value)}`;
  return `the input "${name}" must be ${kind.allowed(input.options)}; ${came}`;
}

/** As it is kept of a caller's value. */
function taken(inputs: Demo["inputs"], name: string, value: unknown): unknown {
  const input = inputs[name];
  if (!input) return value;
  const kind = inputKind(input);
  return kind.taken ? kind.taken(value, input.options) : value;
}

/** What a run would need that neither the example nor a default gives. */
function missing(inputs: Demo["inputs"], values: { readonly [name: string]: unknown }): string[] {
  return Object.entries(inputs).flatMap(([name, input]) => {
    if (isOnlyFed(input)) {
      return [`the input "${name}" is fed while the run goes on, so nothing can be run before`];
    }
    if (values[name] !== undefined) return [];
    return [`a run needs the input "${name}", which has no default: give it, or leave out run`];
  });
}

function defaultsOf(inputs: Demo["inputs"]): { [name: string]: unknown } {
  const values: { [name: string]: unknown } = {};
  for (const [name, input] of Object.entries(inputs)) {
    const value = inputKind(input).default(input.options);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** A stream, rather than a control that has a value to begin with. */
function isOnlyFed(input: InputDeclaration): boolean {
  return isFed(input) && !("streaming" in input.options);
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
