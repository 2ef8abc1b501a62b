import { GraphQLError } from "graphql";
import {
  type Confidence,
  type LabelOptions,
  type LoggedLabel,
  topByDefault,
} from "../../lib/kinds/label";
import { spend } from "../answer-budget";
import type { FieldKind } from "./kind";

interface LabelOnWire extends LoggedLabel {
  /** How many of its classes its page shows. */
  readonly top: number;
}

export const labelField: FieldKind<LabelOptions, LoggedLabel, LabelOnWire> = {
  define(builder) {
    const confidence = builder.objectRef<Confidence>("Confidence").implement({
      description: "How sure a classifier is of one class.",
      fields: (t) => ({
        label: t.exposeString("label"),
        confidence: t.exposeFloat("confidence", { description: "0 to 1." }),
      }),
    });
    const type = builder.objectRef<LabelOnWire>("Label").implement({
      description: "Classes with how sure the demo is of each.",
      fields: (t) => ({
        label: t.string({
          description: "The most confident class.",
          resolve: ({ confidences }) => confidences[0]?.label ?? "",
        }),
        confidences: t.field({
          type: [confidence],
          description: "The most confident classes, the first of all first.",
          args: {
            top: t.arg.int({
              description: "How many at most. Default: as many as the demo's page shows.",
            }),
          },
          resolve({ confidences, top, size }, given, context, info) {
            const most = atLeastOne(given.top ?? top);
            if (most > top) spend(size, context, info);
            return confidences.slice(0, most);
          },
        }),
        count: t.int({
          description: "How many classes there are.",
          resolve: ({ confidences }) => confidences.length,
        }),
        total: t.exposeFloat("total", {
          description: "The sum of all confidences, which need not be 1.",
        }),
      }),
    });
    return ({ top = topByDefault }) => ({ type, resolve: (logged) => ({ ...logged, top }) });
  },
  selection: "{ confidences { label confidence } count total }",
};

function atLeastOne(top: number): number {
  if (top >= 1) return top;
  throw new GraphQLError(`The argument "top" must be a whole number of at least 1; got ${top}.`, {
    extensions: { code: "BAD_USER_INPUT", argument: "top" },
  });
}
