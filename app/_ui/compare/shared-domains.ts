import type { PlotSpec } from "@/lib/kinds/plot";
import type { JoinedPlot } from "../kinds/plot/joined-plot";

type Extent = readonly [least: number, most: number];
const channels = ["x", "y"] as const;

/** By channel, how far the values of several plots go together. */
export type PlotDomains = { readonly [Channel in (typeof channels)[number]]?: Extent };

/** Marks that stand where their values are; others add up what they show. */
const placed = ["line", "point", "circle", "square", "tick", "rule", "trail", "text"];

/**
 * The scales that plots of one output can be drawn with, so that one can be held against another: of each
 * channel on which all of them have the same field of numbers, as it is.
 *
 * @example sharedDomains([{ spec, items }, { spec, items: others }]) // { y: [0.1, 0.7] }
 */
export function sharedDomains(plots: readonly Pick<JoinedPlot, "spec" | "items">[]): PlotDomains {
  const domains: { [channel: string]: Extent } = {};
  for (const channel of channels) {
    const fields = new Set(plots.map(({ spec }) => spec && plainField(spec, channel)));
    const [field] = fields;
    if (plots.length < 2 || fields.size !== 1 || field === undefined) continue;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { items } of plots) {
      for (let at = 0; at < items.count; at++) {
        const value = items.items[at]?.[field];
        if (typeof value !== "number" || !Number.isFinite(value)) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least <= most) domains[channel] = [least, most];
  }
  return domains;
}

/** A spec whose scales go at least as far; all else that it says of them holds. */
export function withDomains(spec: PlotSpec, domains: PlotDomains): PlotSpec {
  const encoding: { [channel: string]: PlotSpec } = { ...(spec.encoding as object | undefined) };
  for (const channel of channels) {
    const extent = domains[channel];
    if (!extent || plainField(spec, channel) === undefined) continue;
    const own = (encoding[channel]?.scale ?? {}) as PlotSpec;
    const zero = beginsAtZero(spec, channel) && own.type !== "log" && { zero: true };
    const scale = { ...zero, ...own, domain: { unionWith: [...extent] } };
    encoding[channel] = { ...encoding[channel], scale };
  }
  return { ...spec, encoding };
}

/** As Vega-Lite has it of a scale of which nothing is said, and not of one with a domain. */
function beginsAtZero({ mark }: PlotSpec, channel: string): boolean {
  return channel === "y" || !["line", "trail"].includes(typeOf(mark) ?? "");
}

function typeOf(mark: PlotSpec["mark"]): string | undefined {
  const type = typeof mark === "object" && mark !== null ? (mark as PlotSpec).type : mark;
  return typeof type === "string" ? type : undefined;
}

/** The field of numbers that a channel shows as they are, by a scale that follows them. */
function plainField({ mark, encoding }: PlotSpec, channel: string): string | undefined {
  if (!placed.includes(typeOf(mark) ?? "")) return undefined;
  const said = (encoding as { readonly [channel: string]: PlotSpec } | undefined)?.[channel];
  if (said?.type !== "quantitative" || typeof said.field !== "string") return undefined;
  if (said.aggregate || said.bin || said.timeUnit || said.stack) return undefined;
  const { domain, domainMin, domainMax } = (said.scale ?? {}) as PlotSpec;
  const isOwn = domain !== undefined || domainMin !== undefined || domainMax !== undefined;
  return isOwn ? undefined : said.field;
}
