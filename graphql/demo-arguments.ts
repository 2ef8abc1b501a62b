import type { Demo } from "../lib/demo/demo";
import { titleOf } from "../lib/demo/names";
import { type InputDeclaration, inputKind } from "../lib/kinds/inputs";
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

/** The arguments of a demo, by the names of its inputs. */
export function demoArguments(builder: Builder, demo: Demo): { [name: string]: DemoArgument } {
  const entries = Object.entries(demo.inputs).map(([name, input]) => {
    const kind = argumentKinds[input.kind] as ArgumentKind<InputDeclaration["options"]>;
    const words = titleOf(name).replace(/\W+(\w)/g, (_, first) => first.toUpperCase());
    const typeName = freeName(builder, `${demo.type}${words}Choice`);
    const allowed = inputKind(input).allowed(input.options);
    const argument: DemoArgument = {
      type: kind.type(input.options, builder, typeName),
      description: [input.options.hint, `Must be ${allowed}.`].filter(Boolean).join(" "),
      defaultValue: inputKind(input).default(input.options),
    };
    return [name, argument] as const;
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
