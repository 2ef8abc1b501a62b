import type { Json, JsonInputOptions, JsonOutputOptions } from "../../lib/kinds/json";
import type { LoggedJson } from "../../lib/kinds/json/output";
import type { ArgumentKind, FieldKind } from "./kind";

export const jsonArgument: ArgumentKind<JsonInputOptions> = { type: () => "JSON" };

export const jsonField: FieldKind<JsonOutputOptions, LoggedJson, Json> = {
  define: () => () => ({ type: "JSON", resolve: (logged) => logged.value }),
  selection: "",
};
