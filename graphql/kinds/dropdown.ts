import type { DropdownOptions } from "../../lib/kinds/dropdown";
import type { ArgumentKind } from "./kind";

// https://spec.graphql.org/October2021/#sec-Enums
const enumName = /^(?!__|true$|false$|null$)[A-Za-z_][A-Za-z0-9_]*$/;

export const dropdownArgument: ArgumentKind<DropdownOptions> = {
  type({ choices }, builder, name) {
    if (!choices.every((choice) => enumName.test(choice))) return "String";
    return builder.enumType(name, { values: [...choices] });
  },
};
