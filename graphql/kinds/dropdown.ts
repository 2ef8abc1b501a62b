import type { DropdownOptions } from "../../lib/kinds/dropdown";
import { choiceType } from "./choice-type";
import type { ArgumentKind } from "./kind";

export const dropdownArgument: ArgumentKind<DropdownOptions> = {
  type: ({ choices }, builder, name) => choiceType(choices, builder, name),
};
