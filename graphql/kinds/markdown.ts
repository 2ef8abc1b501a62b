import { streamedTextField } from "./streamed-text";

export const markdownField = streamedTextField(
  "markdown",
  "Markdown",
  "A text in markdown (CommonMark with GitHub's tables, tasks and strikethrough, and formulas between dollars) that streams. It is as the demo wrote it: who makes HTML of it has to sanitise it.",
);
