import type { Demo } from "../lib/demo/demo";
import { titleOf } from "../lib/demo/names";
import { type InputDeclaration, inputKind } from "../lib/kinds/inputs";
import { isFed } from "../lib/kinds/is-fed";
import type { Builder } from "./builder";
import { argumentKinds } from "./kinds";
import type { ArgumentKind, ArgumentType } from "./kinds/kind";

/** One argument of a demo, as both its subscription and its mutation take it. */
export interface DemoArgument {
  type: ArgumentType;
  description: string;
  /** `undefined` where one must be given. */
  defaultValue: unknown;
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
    const argument: DemoArgument = {
      type,
      description: [input.options.hint, `Must be ${allowed}.`, later].filter(Boolean).join(" "),
      defaultValue: inputKind(input).default(input.options),
    };
    return [[name, argument] as const];
  });
  return Object.fromEntries(entries);
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
