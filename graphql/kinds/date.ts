import type { DateOptions } from "../../lib/kinds/date";
import type { ArgumentKind } from "./kind";

export const dateArgument: ArgumentKind<DateOptions> = { type: () => "String" };
