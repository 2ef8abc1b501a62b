import type { LoggedText, TextInputOptions, TextOutputOptions } from "../../lib/kinds/text";
import type { ArgumentKind, FieldKind } from "./kind";

interface TextOnWire extends LoggedText {
  readonly whole: string;
}

export const textArgument: ArgumentKind<TextInputOptions> = { type: () => "String" };

export const textField: FieldKind<TextOutputOptions, LoggedText, TextOnWire> = {
  define(builder) {
    const type = builder.objectRef<TextOnWire>("Text").implement({
      description: "A text that streams. A client keeps `reset ? delta : text + delta`.",
      fields: (t) => ({
        value: t.string({ description: "The whole text.", resolve: (text) => text.whole }),
        delta: t.string({
          description: "What is new. It never ends in half a surrogate pair.",
          resolve: (text) => text.delta,
        }),
        reset: t.boolean({
          description: "Whether `delta` stands for the text so far, rather than behind it.",
          resolve: (text) => text.reset,
        }),
      }),
    });
    return () => ({
      type,
      resolve(logged, event, name) {
        const whole = event.whole[name];
        return { ...logged, whole: whole?.kind === "text" ? whole.delta : logged.delta };
      },
    });
  },
  selection: "{ delta reset }",
};
