import {
  type Declaration,
  declare,
  type Input,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "../kind";
import type { LiveValue, StreamingOption } from "../live-value";
import type { AppendOption } from "../streamed-text";

/** What a code is written in. */
interface LanguageOption {
  /** A word such as `ts`, `python` or `sql`. Default: none, a plain text. */
  language?: string;
}

/** Options of code that is typed in. */
export interface CodeInputOptions extends InputOptions, LanguageOption, StreamingOption {
  /** Default: `""`; where that is shorter than `minLength`, the code must be given. */
  default?: string;
  placeholder?: string;
  /** In UTF-16 code units. Default: 0. */
  minLength?: number;
  /** In UTF-16 code units. Default: 100,000. */
  maxLength?: number;
  /** How high the field is at first; it grows. Default: 6. */
  lines?: number;
}

/** Options of code that is shown. */
export interface CodeOutputOptions extends OutputOptions, LanguageOption, AppendOption {}

export type CodeInput = Input<string> & Declaration<"code", CodeInputOptions>;
export type LiveCode = Input<LiveValue<string>> & Declaration<"code", CodeInputOptions>;
export type CodeOutput = Output<string> & Declaration<"code", CodeOutputOptions>;

/**
 * Code: among the inputs a field to write it in, among the outputs a text that is shown as code.
 *
 * @example
 * inputs: { query: code({ language: "sql", default: "select 1" }) },
 * outputs: { plan: code({ language: "json" }) },
 */
export function code(options?: { label?: string; language?: string }): CodeInput & CodeOutput;
export function code(options: CodeInputOptions & { streaming: true }): LiveCode;
export function code(options: CodeInputOptions & { streaming?: false }): CodeInput;
export function code(options: CodeOutputOptions): CodeOutput;
export function code(options: CodeInputOptions | CodeOutputOptions = {}): Declaration {
  return declare("code", options);
}

/** What is wrong with a declaration's language, as a sentence. */
export function languageFaults({ language }: LanguageOption): string[] {
  if (language === undefined) return [];
  if (typeof language === "string" && /^[\w+#.-]{1,40}$/.test(language)) return [];
  return [`language must be one word, such as "ts" or "python"; got ${JSON.stringify(language)}`];
}
