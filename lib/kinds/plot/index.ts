import type { Json } from "../json";
import { type Declaration, declare, type Output, type OutputOptions } from "../kind";

/** A Vega-Lite spec: https://vega.github.io/vega-lite/docs/spec.html */
export interface PlotSpec {
  readonly [part: string]: Json | undefined;
}

/** What a row has under a name; `null` is a gap. */
export type PlotValueOfField = string | number | boolean | Date | null | undefined;

/** One datum of a plot. */
export interface PlotRow {
  readonly [field: string]: PlotValueOfField;
}

/** What a `plot()` output takes: rows, one row, or another spec, with rows of its own. */
export type PlotValue =
  | readonly PlotRow[]
  | { readonly rows: readonly PlotRow[] }
  | { readonly spec: PlotSpec; readonly rows?: readonly PlotRow[] }
  | PlotRow;

/** A field's name, or all that Vega-Lite says of an encoding: `{ field: "loss", scale: { type: "log" } }`. */
export type PlotChannel = string | PlotSpec;

/** Options of a plot. */
export interface PlotOptions extends OutputOptions {
  /** What a row is drawn as. Default: `"line"`. */
  mark?: "line" | "point" | "bar" | "area" | "circle" | "square" | "tick" | "rect";
  x?: PlotChannel;
  y?: PlotChannel;
  color?: PlotChannel;
  /** Instead of these: a whole Vega-Lite spec, whose data are the rows. */
  spec?: PlotSpec;
  /** `true`: each yield's rows are put behind those so far. Default: they replace them. */
  append?: boolean;
}

export type PlotOutput = Output<PlotValue> & Declaration<"plot", PlotOptions>;

/**
 * A plot, drawn by Vega-Lite from rows that replace one another or, with `append`, grow.
 *
 * @example
 * output: plot({ x: "epoch", y: "loss", color: "set", append: true }),
 * // yield { epoch: 1, loss: 0.7, set: "training" };
 */
export function plot(options: PlotOptions = {}): PlotOutput {
  return declare("plot", options);
}
