/** A text in a field, and what of it is selected. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a key changes: `from` to `to` becomes `by`, and then `start` to `end` is selected. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly start: number;
  readonly end: number;
}

/** As much as its lines are indented by; two spaces where none is yet. */
export function indentOf(text: string): string {
  return /^(\t| {2,8})(?=\S)/m.exec(text)?.[1] ?? "  ";
}

/** Tab: puts an indent at the cursor, or in front of each line of which something is selected. */
export function indent({ text, start, end }: Selected): Replacement {
  const step = indentOf(text);
  if (!text.slice(start, end).includes("\n")) {
    const after = start + step.length;
    return { from: start, to: end, by: step, start: after, end: after };
  }
  const { from, to } = wholeLines({ text, start, end });
  const lines = text.slice(from, to).split("\n");
  const by = lines.map((line) => (line === "" ? line : step + line)).join("\n");
  const first = lines[0] === "" ? 0 : step.length;
  return { from, to, by, start: start + first, end: end + by.length - (to - from) };
}

/** Shift+Tab: takes an indent away; `undefined` where there is none. */
export function outdent({ text, start, end }: Selected): Replacement | undefined {
  const step = indentOf(text).length;
  const { from, to } = wholeLines({ text, start, end });
  const lines = text.slice(from, to).split("\n");
  const removed = lines.map((line) => {
    if (line.startsWith("\t")) return 1;
    return Math.min(step, line.length - line.trimStart().length);
  });
  const all = removed.reduce((sum, length) => sum + length, 0);
  if (all === 0) return undefined;
  const by = lines.map((line, at) => line.slice(removed[at])).join("\n");
  const after = Math.max(from, start - (removed[0] ?? 0));
  return { from, to, by, start: after, end: Math.max(after, end - all) };
}

/** Enter: a new line begins below the one before it; `undefined` where nothing is indented. */
export function lineBreak({ text, start, end }: Selected): Replacement | undefined {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const space = /^[ \t]*/.exec(line)?.[0] ?? "";
  if (space === "") return undefined;
  const after = start + 1 + space.length;
  return { from: start, to: end, by: `\n${space}`, start: after, end: after };
}

function wholeLines({ text, start, end }: Selected): { from: number; to: number } {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  // A selection that ends where a line begins has nothing of that line.
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const next = text.indexOf("\n", last);
  return { from, to: next < 0 ? text.length : next };
}
