import type { Json, JsonOptions, LoggedJson } from "../../lib/kinds/json";
import type { FieldKind } from "./kind";

export const jsonField: FieldKind<JsonOptions, LoggedJson, Json> = {
  define: () => () => ({ type: "JSON", resolve: (logged) => logged.value }),
  selection: "",
};
