import type { CodeInputOptions } from "../../lib/kinds/code";
import type { ArgumentKind } from "./kind";

export const codeArgument: ArgumentKind<CodeInputOptions> = { type: () => "String" };
