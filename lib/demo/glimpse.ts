import { itemsOf } from "../kinds/grown-list";
import type { Logged } from "../kinds/outputs";
import type { LoggedPlot } from "../kinds/plot/output";

/** What a run has yielded last, as little of it as a small card shows. Plain data. */
export type Glimpse =
  /** The name of a picture's bytes within its run. */
  | { readonly form: "picture"; readonly id: string; readonly width: number }
  | { readonly form: "words"; readonly words: string; readonly isCode: boolean }
  | { readonly form: "number"; readonly value: number }
  | { readonly form: "bars"; readonly bars: readonly { label: string; part: number }[] }
  /** Each is a line of points, 0 to 1 from the left and from below. */
  | { readonly form: "lines"; readonly lines: readonly (readonly Point[])[] };

/** A glimpse, and the run that it is of. */
export interface RunGlimpse {
  readonly run: string;
  readonly glimpse: Glimpse;
}

type Point = readonly [x: number, y: number];

const mostWords = 320;
const mostLogLines = 6;
const mostLogLetters = 48;
const mostBars = 4;
const mostLabel = 40;
const mostLines = 6;
const mostPoints = 80;

/** What catches the eye, before what has to be read. */
const ranks: readonly Glimpse["form"][] = ["picture", "lines", "bars", "words", "number"];

/** Of all outputs of a run the one that a card shows; `undefined` where none can be shown small. */
export function glimpseOf(outputs: { readonly [output: string]: Logged }): Glimpse | undefined {
  const found = Object.values(outputs).flatMap((logged) => glimpse(logged) ?? []);
  return ranks.flatMap((form) => found.find((each) => each.form === form) ?? [])[0];
}

function glimpse(logged: Logged): Glimpse | undefined {
  switch (logged.kind) {
    case "image":
      return { form: "picture", id: logged.id, width: logged.width };
    case "gallery": {
      const last = itemsOf(logged.pictures).at(-1);
      return last && { form: "picture", id: last.id, width: last.width };
    }
    case "text":
    case "code":
      return words(logged.delta, logged.kind === "code");
    case "log": {
      const lines = logged.blocks.slice(-2).flat().slice(-mostLogLines);
      return words(lines.map(({ text }) => text.slice(0, mostLogLetters)).join("\n"), true);
    }
    case "markdown":
      // Its marks are for a reader of the source.
      return words(logged.delta.slice(0, mostWords * 2).replace(/^\s*#+\s*|[*`_$\\]/gm, ""), false);
    case "number":
      return { form: "number", value: logged.value };
    case "label":
      return {
        form: "bars",
        bars: logged.confidences.slice(0, mostBars).map(({ label, confidence }) => ({
          label: label.slice(0, mostLabel),
          part: confidence,
        })),
      };
    case "plot":
      return lines(logged);
    default:
      return undefined;
  }
}

function words(text: string, isCode: boolean): Glimpse | undefined {
  const shown = text.slice(0, mostWords).trim();
  return shown === "" ? undefined : { form: "words", words: shown, isCode };
}

/** Of a plot of numbers over numbers. */
function lines({ spec, rows }: LoggedPlot): Glimpse | undefined {
  const { x, y, color } = (spec?.encoding ?? {}) as { [channel: string]: { field?: unknown } };
  const points: { series: string; x: number; y: number }[] = [];
  for (const row of itemsOf(rows)) {
    const [atX, atY] = [row[String(x?.field)], row[String(y?.field)]];
    if (typeof atX !== "number" || typeof atY !== "number") continue;
    points.push({ series: String(row[String(color?.field)]), x: atX, y: atY });
  }
  const [scaleX, scaleY] = [scaleOf(points.map((at) => at.x)), scaleOf(points.map((at) => at.y))];
  const bySeries = new Map<string, Point[]>();
  for (const { series, x: atX, y: atY } of points) {
    const line = bySeries.get(series) ?? [];
    line.push([scaleX(atX), scaleY(atY)]);
    bySeries.set(series, line);
  }
  const drawn = [...bySeries.values()].slice(0, mostLines).filter(({ length }) => length > 1);
  return drawn.length === 0 ? undefined : { form: "lines", lines: drawn.map(thinned) };
}

/** Puts values between 0 and 1, to a thousandth. */
function scaleOf(values: readonly number[]): (value: number) => number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const span = most - least || 1;
  return (value) => Math.round(((value - least) / span) * 1000) / 1000;
}

function thinned(line: readonly Point[]): readonly Point[] {
  const step = Math.max(1, (line.length - 1) / (mostPoints - 1));
  const count = Math.min(line.length, mostPoints);
  return Array.from({ length: count }, (_, at) => line[Math.round(at * step)] as Point);
}
