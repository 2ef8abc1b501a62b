import type { Demo } from "../lib/demo/demo";
import { titleOf } from "../lib/demo/names";
import { type InputDeclaration, inputKind } from "../lib/kinds/inputs";
import { isFed } from "../lib/kinds/is-fed";
import type { Builder } from "./builder";
import { argumentKinds } from "./kinds";
import type { ArgumentKind, ArgumentType } from "./kinds/kind";

/** One argument of a demo, as both its subscription and its mutation take it. */
export interface DemoArgument {
  type: ArgumentType | [ArgumentType];
  description: string;
  /** `undefined` where there is none, or where a schema cannot write it. */
  defaultValue: unknown;
  /** Whether one must be given to start a run. */
  needed: boolean;
}

/** The arguments of a demo, by the names of its inputs. A stream has none: it is fed later. */
export function demoArguments(builder: Builder, demo: Demo): { [name: string]: DemoArgument } {
  const entries = Object.entries(demo.inputs).flatMap(([name, input]) => {
    const kind = argumentKinds[input.kind] as ArgumentKind<InputDeclaration["options"]>;
    const words = titleOf(name).replace(/\W+(\w)/g, (_, first) => first.toUpperCase());
    const typeName = freeName(builder, `${demo.type}${words}Choice`);
    const allowed = inputKind(input).allowed(input.options);
    const type = kind.type(input.options, builder, typeName);
    if (type === undefined) return [];
    const later = isFed(input) && "While the run goes on, `pushInput` changes it.";
    const value = inputKind(input).default(input.options);
    const isWritten = type !== "JSON";
    const without = !isWritten && value !== undefined && defaultWords(value);
    const argument: DemoArgument = {
      type: kind.isList ? [type] : type,
      description: [input.options.hint, `Must be ${allowed}.`, without, later]
        .filter(Boolean)
        .join(" "),
      defaultValue: isWritten ? value : undefined,
      needed: value === undefined,
    };
    return [[name, argument] as const];
  });
  return Object.fromEntries(entries);
}

/** GraphQL's own printer writes no objects: https://github.com/graphql/graphql-js/issues/2357 */
function defaultWords(value: unknown): string {
  const written = JSON.stringify(value);
  return `Default: ${written.length > 200 ? "the demo's own" : `\`${written}\``}.`;
}

const taken = new WeakMap<Builder, Set<string>>();

/** The name, with a number where another has it: `bigCat` and `big_cat` read the same. */
function freeName(builder: Builder, wanted: string): string {
  const names = taken.get(builder) ?? new Set();
  taken.set(builder, names);
  let name = wanted;
  for (let next = 2; names.has(name); next++) name = `${wanted}${next}`;
  names.add(name);
  return name;
}
