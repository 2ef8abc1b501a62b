import type { LoggedNumber, NumberInputOptions, NumberOutputOptions } from "../../lib/kinds/number";
import { isIntRange } from "../../lib/kinds/number-range";
import type { ArgumentKind, FieldKind } from "./kind";

export const numberArgument: ArgumentKind<NumberInputOptions> = {
  type: (options) => (isIntRange(options) ? "Int" : "Float"),
};

export const numberField: FieldKind<NumberOutputOptions, LoggedNumber, number> = {
  define: () => (options) => ({
    type: options.integer ? "Int" : "Float",
    resolve: (logged) => logged.value,
  }),
  selection: "",
};
