import {
  type Declaration,
  declare,
  type Input,
  type InputKind,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";
import { type AppendOption, type LoggedStream, streamedText } from "./streamed-text";
import { isTextOf, lengthFaults, lengthWords, linesFaults } from "./text-length";

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
export interface TextOutputOptions extends OutputOptions, AppendOption {}

export type LoggedText = LoggedStream<"text">;

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

export const textOutput = streamedText<"text", TextOutputOptions>("text");
