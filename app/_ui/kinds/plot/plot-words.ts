import type { PlotSpec } from "@/lib/kinds/plot";
import type { JoinedPlot } from "./joined-plot";

/** So many rows are looked at. */
const mostRead = 2000;

/**
 * A plot in words, for who does not see it.
 *
 * @example "Loss: a line plot of loss by epoch, by set. 200 rows; epoch from 1 to 100; loss from 0.1 to 0.7."
 */
export function plotWords(label: string, { spec, items }: JoinedPlot): string {
  if (!spec) return label;
  const { mark, encoding, title } = spec as { [part: string]: unknown };
  const kind = typeof mark === "object" && mark !== null ? (mark as PlotSpec).type : mark;
  const [x, y, color] = ["x", "y", "color"].map((channel) => fieldOf(encoding, channel));
  const what = [
    typeof title === "string" ? `${title}: ` : "",
    typeof kind === "string" ? `a ${kind} plot` : "a plot",
    y ? ` of ${y}` : "",
    x ? ` by ${x}` : "",
    color ? `, by ${color}` : "",
  ].join("");
  const rows = `${items.count.toLocaleString("en")} row${items.count === 1 ? "" : "s"}`;
  const ranges = [x, y].map((field) => (field ? rangeOf(field, items) : undefined));
  return `${label}: ${what}. ${[rows, ...ranges.filter(Boolean)].join("; ")}.`;
}

function fieldOf(encoding: unknown, channel: string): string | undefined {
  const said = (encoding as { [channel: string]: { field?: unknown } } | undefined)?.[channel];
  return typeof said?.field === "string" ? said.field.slice(0, 80) : undefined;
}

function rangeOf(field: string, { items, count }: JoinedPlot["items"]): string | undefined {
  const step = Math.max(1, Math.floor(count / mostRead));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < count; at += step) {
    const value = items[at]?.[field];
    if (typeof value !== "number") continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return undefined;
  const words = (value: number) => String(Number(value.toPrecision(4)));
  return `${field} from ${words(least)} to ${words(most)}`;
}
