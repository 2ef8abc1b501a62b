import type { LoggedStream } from "../../lib/kinds/streamed-text";
import type { FieldKind } from "./kind";

interface StreamOnWire extends LoggedStream {
  readonly whole: string;
}

/**
 * The field of a text that streams, whatever it means.
 *
 * @param name of its type in the schema
 */
export function streamedTextField<Kind extends string>(
  kind: Kind,
  name: string,
  description: string,
): FieldKind<unknown, LoggedStream<Kind>, StreamOnWire> {
  return {
    define(builder) {
      const type = builder.objectRef<StreamOnWire>(name).implement({
        description: `${description} A client keeps \`reset ? delta : text + delta\`.`,
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
        resolve(logged, event, output) {
          const whole = event.whole[output];
          const isSame = whole?.kind === kind && "delta" in whole;
          return { ...logged, whole: isSame ? whole.delta : logged.delta };
        },
      });
    },
    selection: "{ delta reset }",
  };
}
