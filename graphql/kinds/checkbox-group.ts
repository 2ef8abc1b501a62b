import type { CheckboxGroupOptions } from "../../lib/kinds/checkbox-group";
import { choiceType } from "./choice-type";
import type { ArgumentKind } from "./kind";

export const checkboxGroupArgument: ArgumentKind<CheckboxGroupOptions> = {
  type: ({ choices }, builder, name) => choiceType(choices, builder, name),
  isList: true,
};
