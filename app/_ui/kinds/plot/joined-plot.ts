import type { PlotSpec } from "@/lib/kinds/plot";
import type { LoggedPlotRow } from "@/lib/kinds/plot/output";
import { type ItemsOnWire, type JoinedItems, joinItems } from "../joined-items";

export type PlotDatum = LoggedPlotRow;

/** A plot of an output's kind on the wire. */
export interface PlotOnWire extends ItemsOnWire<PlotDatum> {
  /** `null` where it is the one of before. */
  readonly spec: PlotSpec | null;
}

/** A plot as it grows. */
export interface JoinedPlot extends JoinedItems<PlotDatum> {
  /** `undefined` until there is something to draw. */
  readonly spec: PlotSpec | undefined;
}

export function joinPlot(previous: JoinedPlot | undefined, wire: PlotOnWire): JoinedPlot {
  return { ...joinItems(previous, wire), spec: wire.spec ?? previous?.spec };
}
