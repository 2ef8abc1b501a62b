import type { CheckboxOptions } from "../../lib/kinds/checkbox";
import type { ArgumentKind } from "./kind";

export const checkboxArgument: ArgumentKind<CheckboxOptions> = { type: () => "Boolean" };
