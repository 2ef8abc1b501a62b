import type { RadioOptions } from "../../lib/kinds/radio";
import { choiceType } from "./choice-type";
import type { ArgumentKind } from "./kind";

export const radioArgument: ArgumentKind<RadioOptions> = {
  type: ({ choices }, builder, name) => choiceType(choices, builder, name),
};
