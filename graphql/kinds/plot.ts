import type { GrownList } from "../../lib/kinds/grown-list";
import type { PlotOptions } from "../../lib/kinds/plot";
import type { LoggedPlot, LoggedPlotRow } from "../../lib/kinds/plot/output";
import { rowFields } from "../row-fields";
import type { FieldKind } from "./kind";

interface PlotOnWire extends LoggedPlot {
  readonly whole: GrownList<LoggedPlotRow>;
  readonly wholeSize: number;
}

export const plotField: FieldKind<PlotOptions, LoggedPlot, PlotOnWire> = {
  define(builder) {
    const type = builder.objectRef<PlotOnWire>("Plot").implement({
      description:
        "A plot: a Vega-Lite spec, and the rows that are its data. A client keeps `reset ? delta : [...rows, ...delta]`.",
      fields: (t) => ({
        spec: t.field({
          type: "JSON",
          nullable: true,
          description:
            "A Vega-Lite spec without its data. `null` where this event leaves it unchanged.",
          resolve: ({ spec }) => spec,
        }),
        ...rowFields(t, "All rows, each an object of values by the names of its fields."),
      }),
    });
    return () => ({
      type,
      resolve(logged, event, name) {
        const found = event.whole[name];
        const whole = found?.kind === "plot" ? found : logged;
        return { ...logged, whole: whole.rows, wholeSize: whole.size };
      },
    });
  },
  selection: "{ spec delta reset }",
};
