import type { CodeInputOptions } from "../../lib/kinds/code";
import type { ArgumentKind } from "./kind";
import { streamedTextField } from "./streamed-text";

export const codeArgument: ArgumentKind<CodeInputOptions> = { type: () => "String" };

export const codeField = streamedTextField("code", "Code", "Code that streams.");
