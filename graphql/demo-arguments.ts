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
    const typeName = `${demo.type}${titleOf(name).replace(/\W+(\w)/g, (_, first) => first.toUpperCase())}Choice`;
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
