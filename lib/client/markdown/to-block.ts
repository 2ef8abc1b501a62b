import type { Token, Tokens } from "marked";
import type { Block, CellAlign, ListItem } from "./block";

/** Gives the level of a heading on the page. */
export type HeadingLevel = (depth: number) => number;

/** Makes a block of what marked has read; `undefined` for what is not shown. */
export function toBlock(token: Token, levelOf: HeadingLevel): Block | undefined {
  const { raw } = token;
  switch (token.type) {
    case "heading": {
      const { depth, text } = token as Tokens.Heading;
      return { type: "heading", raw, depth, level: levelOf(depth), text };
    }
    case "paragraph":
    case "text":
      return { type: "paragraph", raw, text: (token as Tokens.Paragraph).text };
    case "code": {
      const { text, lang = "" } = token as Tokens.Code;
      return { type: "code", raw, text, language: languageOf(lang) };
    }
    case "mathBlock":
      return { type: "math", raw, text: (token as Tokens.Generic).text, pending: false };
    case "list": {
      const { ordered, start, loose, items } = token as Tokens.List;
      return {
        type: "list",
        raw,
        start: ordered ? Number(start) || 0 : undefined,
        loose,
        items: items.map((item) => toItem(item, levelOf)),
      };
    }
    case "blockquote":
      return {
        type: "quote",
        raw,
        blocks: toBlocks((token as Tokens.Blockquote).tokens, levelOf),
      };
    case "table": {
      const { align, header, rows } = token as Tokens.Table;
      return {
        type: "table",
        raw,
        align: align.map((side) => (side as CellAlign | null) ?? undefined),
        header: header.map(({ text }) => text),
        rows: rows.map((row) => {
          const cells = row.map(({ text }) => text);
          return { raw: cells.join("\n"), cells };
        }),
      };
    }
    case "hr":
      return { type: "rule", raw };
    case "html":
      return isComment(raw) ? undefined : { type: "html", raw, text: raw.trimEnd() };
    default:
      return undefined;
  }
}

export function toBlocks(tokens: readonly Token[], levelOf: HeadingLevel): Block[] {
  return tokens.flatMap((token) => toBlock(token, levelOf) ?? []);
}

/** The language that the line of a fence names. */
export function languageOf(info: string): string {
  return /^[^\s{,]*/.exec(info.trim())?.[0].slice(0, 40) ?? "";
}

function toItem(item: Tokens.ListItem, levelOf: HeadingLevel): ListItem {
  const checked = item.task ? item.checked === true : undefined;
  const tokens = item.tokens.filter(({ type }) => type !== "checkbox");
  return { raw: item.raw, checked, blocks: toBlocks(tokens, levelOf) };
}

function isComment(html: string): boolean {
  return /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(html);
}
