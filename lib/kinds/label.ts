import {
  type Declaration,
  declare,
  type Output,
  type OutputKind,
  type OutputOptions,
} from "./kind";
import { preview } from "./preview";
import { YieldError } from "./yield-error";

/** Options of a label. */
export interface LabelOptions extends OutputOptions {
  /** How many classes the page shows, the most confident ones. 1 to 100; default: 5. */
  top?: number;
}

/** How sure a classifier is of one class: 0 is not at all, 1 is fully. */
export interface Confidence {
  readonly label: string;
  readonly confidence: number;
}

/** What a `label()` output takes. */
export type LabelValue = { readonly [label: string]: number } | readonly Confidence[];

/** What the log keeps of a label: every class, the most confident one first. */
export interface LoggedLabel {
  readonly kind: "label";
  readonly confidences: readonly Confidence[];
  /** Of all confidences. */
  readonly total: number;
  readonly size: number;
}

export type LabelOutput = Output<LabelValue> & Declaration<"label", LabelOptions>;

/** How many classes a page shows where the demo does not say. */
export const topByDefault = 5;

const mostShown = 100;
// A softmax of floats may sum to a little more than 1, and a difference fall a little below 0.
const rounding = 1e-6;

/**
 * Classes with how sure the demo is of each. The confidences need not sum to 1, so that several
 * classes may be true at once.
 *
 * @example
 * output: label({ top: 3 }),
 * // yield { cat: 0.9, dog: 0.1 };
 */
export function label(options: LabelOptions = {}): LabelOutput {
  return declare("label", options);
}

export const labelOutput: OutputKind<LabelOptions, LoggedLabel> = {
  faults({ top = topByDefault }) {
    if (Number.isInteger(top) && top >= 1 && top <= mostShown) return [];
    return [`top must be a whole number from 1 to ${mostShown}; got ${preview(top)}`];
  },
  writer(_options, { maxValueBytes }) {
    return { write: (value) => read(value, maxValueBytes) };
  },
  merge: (_older, newer) => newer,
  size: (logged) => logged.size,
};

function read(value: unknown, maxValueBytes: number): LoggedLabel {
  const confidences: Confidence[] = [];
  const seen = new Set<string>();
  let [total, characters] = [0, 0];
  for (const [name, confidence] of entriesOf(value)) {
    if (seen.has(name)) throw new YieldError("each label once", `${preview(name)} twice`);
    seen.add(name);
    const taken = within(name, confidence);
    characters += name.length + 16;
    if (characters > maxValueBytes) {
      throw new YieldError(
        `at most ${maxValueBytes.toLocaleString("en")} characters of labels in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
        "more",
      );
    }
    total += taken;
    confidences.push({ label: name, confidence: taken });
  }
  if (confidences.length === 0) throw new YieldError("at least one class", { value });
  confidences.sort((one, other) => other.confidence - one.confidence);
  return { kind: "label", confidences, total, size: 64 + 2 * characters + 32 * seen.size };
}

/** The classes of a yield in either of its forms. */
function entriesOf(value: unknown): [label: string, confidence: unknown][] {
  if (Array.isArray(value)) return value.map(entryOf);
  const prototype = typeof value === "object" && value !== null && Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return Object.entries(value as object);
  throw new YieldError("classes, as { cat: 0.9, dog: 0.1 } or [{ label, confidence }]", { value });
}

function entryOf(value: unknown): [label: string, confidence: unknown] {
  const { label, confidence } = (value ?? {}) as { label?: unknown; confidence?: unknown };
  if (typeof label !== "string") {
    throw new YieldError("each class as { label: string, confidence: number }", { value });
  }
  return [label, confidence];
}

function within(name: string, confidence: unknown): number {
  if (typeof confidence === "number" && confidence >= -rounding && confidence <= 1 + rounding) {
    return Math.min(1, Math.max(0, confidence));
  }
  throw new YieldError(
    "each confidence to be a number from 0 to 1",
    `${preview(confidence)} for ${preview(name)}`,
  );
}
