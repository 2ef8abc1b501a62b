import type { TokenizerExtension, TokenizerStartFunction } from "marked";

/** A formula that marked has found. */
export interface MathToken {
  readonly type: "math";
  readonly raw: string;
  readonly text: string;
  readonly display: boolean;
}

// As pandoc has it: a price such as $5 is no formula, as its dollar is followed by a digit or a space
// where the formula would have to end. https://pandoc.org/MANUAL.html#math
const inline =
  /^(?:\$\$((?:\\[^\n]|[^$\\\n])+)\$\$|\$(?![\s$])((?:\\[^\n]|[^$\\\n]){0,400}?[^\s$\\]|\\[^\n])\$(?!\d)|\\\(((?:(?!\\\))[^\n])+)\\\)|\\\[((?:(?!\\\])[^\n])+)\\\])/;
const block =
  /^ {0,3}(?:\$\$((?:(?!\$\$|\n[ \t]*\n)[\s\S])+)\$\$|\\\[((?:(?!\\\]|\n[ \t]*\n)[\s\S])+)\\\])[ \t]*(?:\n+|$)/;
const inlineStart = /\$|\\[([]/;
const blockStart = /(?:^|\n) {0,3}(?:\$\$|\\\[)/g;
const mostTried = 20;

interface MathExtension extends TokenizerExtension {
  start: TokenizerStartFunction;
}

/** `$…$`, `\(…\)`: a formula within a line; `$$…$$`, `\[…\]`: one of its own. */
export const mathInline: MathExtension = {
  name: "math",
  level: "inline",
  start: (source) => foundAt(source, inlineStart),
  tokenizer(source) {
    const [raw, wide, plain, round, square] = inline.exec(source) ?? [];
    const text = wide ?? plain ?? round ?? square;
    if (raw === undefined || text === undefined) return undefined;
    return { type: "math", raw, text, display: (wide ?? square) !== undefined } satisfies MathToken;
  },
};

export const mathBlock: MathExtension = {
  name: "mathBlock",
  level: "block",
  start(source) {
    // Only where there is one: a paragraph is cut here, and each cut costs a look at all that follows.
    blockStart.lastIndex = 0;
    for (let tried = 0; tried < mostTried; tried++) {
      const found = blockStart.exec(source);
      if (!found) return undefined;
      const at = source[found.index] === "\n" ? found.index + 1 : found.index;
      if (block.test(source.slice(at))) return at;
    }
    return undefined;
  },
  tokenizer(source) {
    const [raw, dollars, square] = block.exec(source) ?? [];
    const text = dollars ?? square;
    if (raw === undefined || text === undefined) return undefined;
    return { type: "mathBlock", raw, text };
  },
};

function foundAt(source: string, pattern: RegExp): number | undefined {
  const at = source.search(pattern);
  return at < 0 ? undefined : at;
}
