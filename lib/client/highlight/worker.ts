import { createLineHighlighter, type LineHighlighter } from "./highlighter";
import type { HighlightAnswer, HighlightEnd, HighlightRequest } from "./messages";

/*
 * Grammars are slow to begin with: the first line takes hundreds of milliseconds, in which a page would
 * answer nobody. So they are read in a thread of their own.
 */
const highlighters = new Map<number, Promise<LineHighlighter>>();

async function answer({ text, language, lines, rest }: HighlightRequest): Promise<HighlightAnswer> {
  const known = highlighters.get(text) ?? createLineHighlighter(language);
  highlighters.set(text, known);
  try {
    const { next, peek } = await known;
    return { text, lines: lines.map(next), rest: rest === "" ? [] : peek(rest) };
  } catch {
    return { text, lines: undefined, rest: [] };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<HighlightRequest | HighlightEnd>) => {
  if ("ended" in data) highlighters.delete(data.ended);
  else void answer(data).then((answered) => self.postMessage(answered));
});
