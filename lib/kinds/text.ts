import {
  type Declaration,
  declare,
  type Input,
  type InputKind,
  type InputOptions,
  type Output,
  type OutputKind,
  type OutputOptions,
} from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";
import { isTextOf, lengthFaults, lengthWords, linesFaults } from "./text-length";
import { YieldError } from "./yield-error";

/** Options of a text that is typed in. */
export interface TextInputOptions extends InputOptions, StreamingOption {
  /** Default: `""`; where that is shorter than `minLength`, the text must be given. */
  default?: string;
  placeholder?: string;
  /** In UTF-16 code units, as JavaScript and HTML count. Default: 0. */
  minLength?: number;
  /** In UTF-16 code units. Default: 10,000. */
  maxLength?: number;
  /**
   * How many lines the field has at first; one of more than 1 grows, and Enter makes a line in it.
   * Default: 1 where `maxLength` is at most 80, else 3.
   */
  lines?: number;
}

/** Options of a text that streams. */
export interface TextOutputOptions extends OutputOptions {
  /** `true`: each yield is put behind the text so far. Default: each yield replaces it. */
  append?: boolean;
}

/** What the log keeps of a text: `reset ? delta : text + delta` is the text from then on. */
export interface LoggedText {
  readonly kind: "text";
  readonly delta: string;
  readonly reset: boolean;
}

export type TextInput = Input<string> & Declaration<"text", TextInputOptions>;
export type LiveText = Input<LiveValue<string>> & Declaration<"text", TextInputOptions>;
export type TextOutput = Output<string> & Declaration<"text", TextOutputOptions>;

/**
 * A text: among the inputs a field to type in, among the outputs a text that streams.
 *
 * @example
 * inputs: { message: text({ maxLength: 500 }) },
 * outputs: { reply: text({ append: true }) },
 */
export function text(options?: { label?: string }): TextInput & TextOutput;
export function text(options: TextInputOptions & { streaming: true }): LiveText;
export function text(options: TextInputOptions & { streaming?: false }): TextInput;
export function text(options: TextOutputOptions): TextOutput;
export function text(options: TextInputOptions | TextOutputOptions = {}): Declaration {
  return declare("text", options);
}

const longestByDefault = 10_000;

export const textInput: InputKind<TextInputOptions, string> = {
  faults: (options) => [...lengthFaults(options, longestByDefault), ...linesFaults(options)],
  default(options) {
    const value = options.default ?? "";
    return options.default === undefined && !this.accepts(value, options) ? undefined : value;
  },
  allowed: (options) => `a text of ${lengthWords(options, longestByDefault)}`,
  accepts: (value, options): value is string => isTextOf(value, options, longestByDefault),
};

export const textOutput: OutputKind<TextOutputOptions, LoggedText> = {
  faults: () => [],
  writer({ append = false }, { maxValueBytes }) {
    let sent = "";
    let held = "";
    return {
      write(value) {
        if (typeof value !== "string") throw new YieldError("a string", { value });
        if (value.length > maxValueBytes) {
          throw new YieldError(
            `at most ${maxValueBytes.toLocaleString("en")} characters in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
            { value },
          );
        }
        if (append) {
          const whole = held + value;
          const delta = withoutHalfPair(whole);
          held = whole.slice(delta.length);
          return { kind: "text", delta, reset: false };
        }
        const next = withoutHalfPair(value);
        const grows = next.startsWith(sent);
        const delta = grows ? next.slice(sent.length) : next;
        sent = next;
        return { kind: "text", delta, reset: !grows };
      },
    };
  },
  merge(older, newer) {
    if (newer.reset) return newer;
    return { kind: "text", delta: older.delta + newer.delta, reset: older.reset };
  },
  // V8 keeps Latin text in one byte a character and other text in two; the larger is assumed.
  size: (logged) => logged.delta.length * 2 + 48,
  pieces(state, size) {
    const step = Math.max(2, Math.floor(size / 2));
    const pieces: LoggedText[] = [];
    for (let start = 0; start < state.delta.length || start === 0; ) {
      const slice = state.delta.slice(start, start + step);
      const last = start + slice.length >= state.delta.length;
      const delta = last ? slice : withoutHalfPair(slice);
      pieces.push({ kind: "text", delta, reset: start === 0 });
      start += Math.max(delta.length, 1);
    }
    return pieces;
  },
};

/** A delta must not end in half a surrogate pair: alone it cannot be written as UTF-8. */
function withoutHalfPair(value: string): string {
  const last = value.charCodeAt(value.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? value.slice(0, -1) : value;
}
