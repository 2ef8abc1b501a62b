import { type InputDeclaration, inputKind, inputKinds } from "../kinds/inputs";
import { type Declaration, isDeclaration } from "../kinds/kind";
import { type OutputDeclaration, outputKind, outputKinds } from "../kinds/outputs";
import { preview } from "../kinds/preview";
import { asDemo, isChat } from "./chat";
import { checkExamples } from "./check-examples";
import type { Demo } from "./demo";
import { regroup, ungroup } from "./groups";
import { namesOf, titleOf } from "./names";

/** A demo file that cannot be used, and all that is to be mended in it. */
export interface DemoFault {
  /** Such as `demos/hello-world.ts`. */
  readonly file: string;
  readonly problems: readonly string[];
}

/** In seconds; a timer that is set for longer fires at once. */
const longestTimer = 2_147_483;

const reservedInputs = new Set(["run", "after", "delivery", "parent"]);
const reservedOutputs = new Set(["run", "seq", "yields", "cursor", "elapsedMs"]);
/** Its event type would be `RunEvent`, the name of the interface that all events share. */
const reservedDemos = new Set(["run"]);

// https://spec.graphql.org/October2021/#sec-Names; two underscores in front belong to introspection.
const graphqlName = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Checks a demo file's default export, which may be anything.
 *
 * @returns the demo, or every problem at once, each a sentence that says what to write instead
 */
export function checkDemo(file: string, defaultExport: unknown): Demo | DemoFault {
  const problems: string[] = [];
  const stem = file.replace(/^.*\//, "").replace(/\.tsx?$/, "");
  const names = namesOf(stem);
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(stem)) {
    problems.push(
      `Its name must be of letters, digits and hyphens, a letter first, such as hello-world.ts.`,
    );
  } else if (reservedDemos.has(names.name)) {
    problems.push(`The name "${names.name}" is reserved. Rename the file.`);
  }
  if (!isRecord(defaultExport)) {
    const came = defaultExport === undefined ? "it has none" : `got ${preview(defaultExport)}`;
    problems.push(
      `Its default export must be a demo; ${came}. Write: export default defineDemo({ … }).`,
    );
    return { file, problems };
  }
  const { exported, chat } = isChat(defaultExport)
    ? asDemo(defaultExport, problems)
    : { exported: defaultExport, chat: undefined };
  if (!chat && typeof exported.run !== "function") {
    problems.push(
      `run must be a function; got ${preview(exported.run)}. Write: async *run(inputs) { yield … }.`,
    );
  }
  checkSettings(exported, problems);
  const { inputs: declared, groups } = ungroup(exported.inputs, problems);
  const inputs = checkInputs(declared, problems);
  const outputs = checkOutputs(exported, problems);
  const { examples, run: runsExamples } = checkExamples(
    exported.examples,
    { file, inputs, groups },
    problems,
  );
  if (problems.length > 0) return { file, problems };
  const run = (exported.run as Demo["run"]).bind(exported);
  return {
    ...names,
    file,
    title: typeof exported.title === "string" ? exported.title : titleOf(stem),
    description: typeof exported.description === "string" ? exported.description : undefined,
    inputs,
    groups,
    outputs,
    single: chat !== undefined || exported.output !== undefined,
    concurrency: exported.concurrency as number | undefined,
    timeLimit: exported.timeLimit as number | undefined,
    live: exported.live === true,
    examples,
    exampleFiles: {},
    runsExamples,
    chat,
    code: String(exported.run),
    run: groups.length === 0 ? run : (given, context) => run(regroup(given, groups), context),
  };
}

export function isFault(checked: Demo | DemoFault): checked is DemoFault {
  return "problems" in checked;
}

function checkSettings(exported: Record<string, unknown>, problems: string[]): void {
  for (const name of ["title", "description"]) {
    const value = exported[name];
    if (value !== undefined && typeof value !== "string") {
      problems.push(`${name} must be a text; got ${preview(value)}.`);
    }
  }
  const { concurrency, timeLimit } = exported;
  if (concurrency !== undefined && !(Number.isInteger(concurrency) && Number(concurrency) > 0)) {
    problems.push(`concurrency must be a whole number of at least 1; got ${preview(concurrency)}.`);
  }
  if (timeLimit !== undefined && !(Number(timeLimit) > 0 && Number(timeLimit) <= longestTimer)) {
    problems.push(
      `timeLimit must be a number of seconds above 0 and at most ${longestTimer}; got ${preview(timeLimit)}.`,
    );
  }
}

function checkInputs(given: unknown, problems: string[]): Demo["inputs"] {
  if (given === undefined) return {};
  const inputs: { [name: string]: InputDeclaration } = {};
  for (const [name, declared] of declarations(inputPlace, given, problems)) {
    const input = declared as InputDeclaration;
    inputs[name] = input;
    const kind = inputKind(input);
    const faults = kind.faults(input.options);
    for (const fault of faults) problems.push(`The input "${name}": ${fault}.`);
    const value = faults.length === 0 ? kind.default(input.options) : undefined;
    if (value !== undefined && !kind.accepts(value, input.options)) {
      const allowed = kind.allowed(input.options);
      const came = kind.came?.(value, input.options) ?? `got ${preview(value)}`;
      problems.push(`The default of the input "${name}" must be ${allowed}; ${came}.`);
    }
  }
  return inputs;
}

function checkOutputs(exported: Record<string, unknown>, problems: string[]): Demo["outputs"] {
  if ((exported.output === undefined) === (exported.outputs === undefined)) {
    problems.push(
      `It must say either output (one value) or outputs (values by name). Write: output: text(), or outputs: { reply: text() }.`,
    );
    return {};
  }
  const given = exported.outputs ?? { output: exported.output };
  if (isRecord(given) && Object.keys(given).length === 0) {
    problems.push("outputs must name at least one kind: outputs: { reply: text() }.");
  }
  const outputs: { [name: string]: OutputDeclaration } = {};
  for (const [name, declared] of declarations(outputPlace, given, problems)) {
    const output = declared as OutputDeclaration;
    outputs[name] = output;
    const { keep } = output.options;
    if (keep !== undefined && keep !== "all" && !(Number.isInteger(keep) && keep > 0)) {
      const came = preview(keep);
      problems.push(
        `The output "${name}": keep must be "all" or a whole number above 0; got ${came}.`,
      );
    }
    for (const fault of outputKind(output).faults(output.options)) {
      problems.push(`The output "${name}": ${fault}.`);
    }
  }
  return outputs;
}

/** One of the two places where kinds are declared. */
interface Place {
  readonly name: "input" | "output";
  readonly reserved: ReadonlySet<string>;
  readonly kinds: object;
  /** The kinds of the other place, and what is to be said of one that stands in this one. */
  readonly others: object;
  readonly misplaced: string;
}

const inputPlace: Place = {
  name: "input",
  reserved: reservedInputs,
  kinds: inputKinds,
  others: outputKinds,
  misplaced: "which is only yielded. Move it to outputs",
};

const outputPlace: Place = {
  name: "output",
  reserved: reservedOutputs,
  kinds: outputKinds,
  others: { ...inputKinds, group: undefined },
  misplaced: "which is only given. Move it to inputs",
};

/** The declarations at a place that are of its kinds and well named; the others become problems. */
function declarations(place: Place, given: unknown, problems: string[]): [string, Declaration][] {
  if (!isRecord(given)) {
    problems.push(`${place.name}s must be an object of kinds by name; got ${preview(given)}.`);
    return [];
  }
  return Object.entries(given).filter((entry): entry is [string, Declaration] => {
    const [name, declared] = entry;
    const subject = `The ${place.name} "${name}"`;
    if (!isName(place.name, name, place.reserved, problems)) return false;
    if (isDeclaration(declared) && Object.hasOwn(place.kinds, declared.kind)) return true;
    const isMisplaced = isDeclaration(declared) && Object.hasOwn(place.others, declared.kind);
    problems.push(
      isMisplaced
        ? `${subject} is of the kind ${declared.kind}, ${place.misplaced}.`
        : `${subject} must be one of ${kindsOf(place.kinds)}; got ${preview(declared)}.`,
    );
    return false;
  });
}

function isName(
  place: string,
  name: string,
  reserved: ReadonlySet<string>,
  problems: string[],
): boolean {
  if (reserved.has(name)) {
    problems.push(
      `The ${place} name "${name}" is reserved (${[...reserved].join(", ")}). Rename it.`,
    );
    return false;
  }
  if (name in {}) {
    problems.push(`The ${place} name "${name}" is one that every object has. Rename it.`);
    return false;
  }
  if (!graphqlName.test(name)) {
    problems.push(
      `The ${place} name "${name}" must be of letters, digits and underscores, no digit first and not two underscores.`,
    );
    return false;
  }
  return true;
}

function kindsOf(kinds: object): string {
  return Object.keys(kinds)
    .map((kind) => `${kind}()`)
    .join(", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
