import type { Builder } from "../builder";
import type { ArgumentType } from "./kind";

// https://spec.graphql.org/October2021/#sec-Enums
const enumName = /^(?!__|true$|false$|null$)[A-Za-z_][A-Za-z0-9_]*$/;

/** The type of one choice: an enum where all can be names of one, else a `String` that is checked. */
export function choiceType(
  choices: readonly string[],
  builder: Builder,
  name: string,
): ArgumentType {
  if (!choices.every((choice) => enumName.test(choice))) return "String";
  return builder.enumType(name, { values: [...choices] });
}
