import type { Runtime } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { PlotSpec } from "@/lib/kinds/plot";
import { plotConfig } from "./plot-config";
import type { PlotTheme } from "./plot-theme";

/** The rows that are yielded are the data of this name, where a spec does not name its own. */
const rowsName = "rows";
/** As many as lib/kinds/plot lets a spec ask for. */
const mostBins = 5000;
const severalViews = ["hconcat", "vconcat", "concat", "repeat", "facet"];

/** A spec that can be run. */
export interface CompiledPlot {
  readonly runtime: Runtime;
  /** What its rows are called; `undefined` where it brings all of its data. */
  readonly data: string | undefined;
}

/** In pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Says nothing but what has gone wrong while a plot is drawn. */
export function telling(onFault: (error: unknown) => void) {
  const logger = {
    level: () => logger,
    error(error: unknown) {
      onFault(error);
      return logger;
    },
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger as never;
}

/** Says nothing; a spec that is wrong throws. */
export const quiet = telling(() => {});

/**
 * Compiles a Vega-Lite spec, which may be anybody's: nothing in it reaches beyond its own drawing.
 * Vega's expressions are walked as trees, as the page's policy allows no `eval`.
 */
export async function compilePlot(
  spec: PlotSpec,
  theme: PlotTheme,
  { width, height }: PlotSize,
): Promise<CompiledPlot> {
  // One after the other: together they would keep the page waiting for longer than a frame.
  const { compile } = await import("vega-lite");
  await breathe();
  const { parse } = await import("vega");
  await breathe();
  const { data, rows } = dataOf(spec);
  // Several plots beside one another have sizes of their own, as one has that says so.
  const isOne = !severalViews.some((name) => name in spec) && !hasFacets(spec);
  const fits = isOne && spec.width === undefined;
  const whole = {
    ...spec,
    data,
    config: configOf(spec),
    ...(fits ? { width, height, autosize: { type: "fit", contains: "padding" } } : {}),
  };
  const { spec: vega } = compile(whole as TopLevelSpec, {
    config: plotConfig(theme),
    logger: quiet,
  });
  await breathe();
  boundBins(vega);
  const runtime = parse(vega, undefined, { ast: true });
  Object.assign(runtime, { eventConfig });
  return { runtime, data: rows };
}

/** A plot hears what is done to itself, and of the page only where a drag that began on it ends. */
const eventConfig = {
  bind: "none",
  timer: false,
  selector: false,
  window: ["mousemove", "mouseup", "pointermove", "pointerup", "touchmove", "touchend"],
};

function dataOf(spec: PlotSpec): { data: unknown; rows: string | undefined } {
  const data = spec.data as { name?: unknown } | null | undefined;
  if (data === undefined || data === null) return { data: { name: rowsName }, rows: rowsName };
  const isNamed = Object.keys(data).every((key) => key === "name" || key === "format");
  const hasOwn = isNamed && Object.hasOwn(Object(spec.datasets), String(data.name));
  if (!isNamed || hasOwn) return { data, rows: undefined };
  const name = typeof data.name === "string" ? data.name : rowsName;
  return { data: { ...data, name }, rows: name };
}

/** What a spec says of its look; not what it says of events and signals. */
function configOf(spec: PlotSpec): object {
  const { events: _, signals: __, ...config } = (spec.config ?? {}) as { [part: string]: unknown };
  return config;
}

function hasFacets({ encoding }: PlotSpec): boolean {
  const channels = Object.keys(encoding ?? {});
  return channels.some((channel) => ["row", "column", "facet"].includes(channel));
}

/** Makes bins of a given width, of which each is a part of a scale, no narrower than there is room for. */
function boundBins(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  const { type, step, extent } = part as { [name: string]: unknown };
  const signal = (extent as { signal?: unknown } | undefined)?.signal;
  if (type === "bin" && typeof step === "number" && typeof signal === "string") {
    Object.assign(part, { step: { signal: `max(${step}, (span(${signal}) || 0) / ${mostBins})` } });
  }
  for (const [name, inner] of Object.entries(part)) if (name !== "values") boundBins(inner);
}

/** Gives the page its turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
