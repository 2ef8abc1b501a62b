import type { ColorOptions } from "../../lib/kinds/color";
import type { ArgumentKind } from "./kind";

export const colorArgument: ArgumentKind<ColorOptions> = { type: () => "String" };
