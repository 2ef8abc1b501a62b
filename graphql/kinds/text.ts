import type { TextInputOptions } from "../../lib/kinds/text";
import type { ArgumentKind } from "./kind";
import { streamedTextField } from "./streamed-text";

export const textArgument: ArgumentKind<TextInputOptions> = { type: () => "String" };

export const textField = streamedTextField("text", "Text", "A text that streams.");
