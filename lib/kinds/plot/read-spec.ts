import type { Json } from "../json";
import { preview } from "../preview";
import { YieldError } from "../yield-error";
import type { PlotSpec } from "./index";

/** Of a spec as JSON, its own data included. */
const mostCharacters = 1_000_000;
/** Vega-Lite compiles recursively; nothing that a person writes is deeper. */
const deepest = 64;
/** Values that a spec may have made for it. */
const mostMade = 100_000;
/** What such a number asks for is drawn or reckoned one by one: 100,000 marks of an axis take seconds. */
const counts = new Set(["maxbins", "steps", "minsteps", "maxsteps", "tickCount"]);
const mostCounted = 5000;
/** A number's format: https://d3js.org/d3-format#locale_format */
const numberFormat = /^(?:.?[<>=^])?[+\-( ]?[$#]?0?(\d+)?,?(?:\.\d+)?~?[a-z%]?$/i;
const widest = 1000;

/**
 * Checks a Vega-Lite spec and copies it. Nothing is fetched for a plot: all that it shows comes with it.
 *
 * @throws YieldError where it is none, too large, too deep, or would have something fetched
 */
export function readSpec(spec: unknown): PlotSpec {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) {
    throw new YieldError("a Vega-Lite spec, an object", { value: spec });
  }
  let written: string;
  try {
    written = JSON.stringify(spec);
  } catch {
    throw new YieldError("a Vega-Lite spec that JSON can write", "one that it cannot");
  }
  if (written.length > mostCharacters) {
    const most = mostCharacters.toLocaleString("en");
    const came = written.length.toLocaleString("en");
    throw new YieldError(`a spec of at most ${most} characters; yield its data as rows`, came);
  }
  const copy = JSON.parse(written) as PlotSpec;
  const schema = copy.$schema;
  if (typeof schema === "string" && !schema.includes("vega-lite")) {
    throw new YieldError("a Vega-Lite spec", `one of ${preview(schema)}`);
  }
  walk(copy, 0);
  return copy;
}

function walk(part: Json | undefined, depth: number): void {
  if (typeof part !== "object" || part === null) return;
  if (depth > deepest) throw new YieldError(`a spec at most ${deepest} deep`, "a deeper one");
  for (const [name, inner] of Object.entries(part as PlotSpec)) {
    if (name === "url") {
      throw new YieldError(
        "a spec that needs nothing fetched: its data come as rows or values",
        `the url ${preview(inner)}`,
      );
    }
    if (name === "sequence" || name === "keyvals") checkSequence(inner);
    if (counts.has(name) && typeof inner === "number" && inner > mostCounted) {
      throw new YieldError(`at most ${mostCounted.toLocaleString("en")} ${name}`, preview(inner));
    }
    if (name === "format" && typeof inner === "string") checkFormat(inner);
    if (name === "quantile") checkQuantile(part as PlotSpec);
    // Rows may have a field of any name.
    if (name !== "values" && name !== "datasets") walk(inner, depth + 1);
    else walk(Array.isArray(inner) ? undefined : inner, depth + 1);
  }
}

function checkFormat(format: string): void {
  const [, width] = numberFormat.exec(format) ?? [];
  if (Number(width ?? 0) <= widest) return;
  throw new YieldError(
    `a format of at most ${widest.toLocaleString("en")} letters`,
    preview(format),
  );
}

function checkQuantile({ step }: PlotSpec): void {
  if (typeof step !== "number" || Math.abs(step) * mostCounted >= 1) return;
  const most = mostCounted.toLocaleString("en");
  throw new YieldError(`a quantile of at most ${most} steps`, `steps of ${preview(step)}`);
}

function checkSequence(sequence: Json | undefined): void {
  if (typeof sequence !== "object" || sequence === null || Array.isArray(sequence)) return;
  const { start = 0, stop, step = 1 } = sequence as PlotSpec;
  const made = (Number(stop) - Number(start)) / Number(step);
  if (made <= mostMade) return;
  const most = mostMade.toLocaleString("en");
  throw new YieldError(`a sequence of at most ${most} numbers`, preview(sequence));
}
