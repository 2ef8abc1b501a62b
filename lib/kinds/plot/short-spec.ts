import { YieldError } from "../yield-error";
import type { PlotChannel, PlotOptions, PlotSpec } from "./index";

type FieldType = "quantitative" | "temporal" | "nominal";
const channels = ["x", "y", "color"] as const;
const isoDate = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * The spec that a plot begins with: the one that is declared, or one made of `mark`, `x`, `y` and
 * `color`. How a field is drawn is told by its first value.
 *
 * @throws YieldError where neither is declared
 */
export function firstSpec(options: PlotOptions, rows: readonly unknown[]): PlotSpec {
  if (options.spec) return options.spec;
  const encoding: { [channel: string]: PlotSpec } = {};
  for (const channel of channels) {
    const given = options[channel];
    if (given !== undefined) encoding[channel] = encode(given, rows);
  }
  if (Object.keys(encoding).length === 0) {
    throw new YieldError("{ spec } before rows, as the plot says neither spec nor x and y", "rows");
  }
  return { mark: options.mark ?? "line", encoding };
}

function encode(given: PlotChannel, rows: readonly unknown[]): PlotSpec {
  const channel: PlotSpec = typeof given === "string" ? { field: given } : given;
  const { field, type, timeUnit, bin, aggregate } = channel;
  // What Vega-Lite is told of a field it knows better than one who looks at a value.
  const isSaid =
    type !== undefined || timeUnit !== undefined || bin === true || aggregate !== undefined;
  if (typeof field !== "string" || isSaid) return channel;
  return { ...channel, type: typeOf(field, rows) };
}

function typeOf(field: string, rows: readonly unknown[]): FieldType {
  for (const row of rows) {
    const value = (row as { [field: string]: unknown })[field];
    if (value === undefined || value === null) continue;
    if (typeof value === "number") return "quantitative";
    const isDate = value instanceof Date || (typeof value === "string" && isoDate.test(value));
    return isDate ? "temporal" : "nominal";
  }
  return "nominal";
}
