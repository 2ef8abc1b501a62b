import { type Declaration, declare, type Output, type OutputOptions } from "./kind";
import { type AppendOption, type LoggedStream, streamedText } from "./streamed-text";

export interface MarkdownOptions extends OutputOptions, AppendOption {}

export type LoggedMarkdown = LoggedStream<"markdown">;
export type MarkdownOutput = Output<string> & Declaration<"markdown", MarkdownOptions>;

/**
 * A text in markdown, shown as it is meant while it is still written: with tables, code and formulas.
 *
 * @example outputs: { reply: markdown({ append: true }) }
 */
export function markdown(options: MarkdownOptions = {}): MarkdownOutput {
  return declare("markdown", options);
}

export const markdownOutput = streamedText<"markdown", MarkdownOptions>("markdown");
