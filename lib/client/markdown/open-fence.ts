import type { BlockOf } from "./block";
import { languageOf } from "./to-block";

// The marks are taken whole: of 100,000 in a line that goes on, each fewer would have the rest read again.
const fenceLine = /( {0,3})(`{3,}(?=[^`\n]*\n)|~{3,}(?!~))([^\n]*)\n/y;

/** A block of code whose end has not come yet. */
export interface OpenFence {
  /** Where its first line begins, and where what stands in it does. */
  readonly start: number;
  readonly content: number;
  readonly indent: number;
  readonly language: string;
  readonly end: RegExp;
  /** What lies before is known to hold no end. */
  scanned: number;
}

/** The block of code that begins at a place of a text; `undefined` where something else does. */
export function fenceAt(text: string, at: number): OpenFence | undefined {
  fenceLine.lastIndex = at;
  const [line, indent = "", marks = "", info = ""] = fenceLine.exec(text) ?? [];
  if (line === undefined) return undefined;
  const content = at + line.length;
  return {
    start: at,
    content,
    indent: indent.length,
    language: languageOf(info),
    end: new RegExp(`^ {0,3}${marks[0]}{${marks.length},}[ \\t]*(?:\\n|$)`, "gm"),
    scanned: content,
  };
}

/**
 * Reads on in a block of code. What was read before is not read again, so that a long one that grows
 * costs as much as what is new.
 *
 * @param text the text in which it was found, as far as it goes by now
 * @param live whether more may come
 */
export function readFence(
  open: OpenFence,
  text: string,
  live: boolean,
): { block: BlockOf<"code">; closed: boolean } {
  const { start, content, language } = open;
  open.end.lastIndex = open.scanned;
  const found = open.end.exec(text);
  const block = (to: number, end: number): BlockOf<"code"> => {
    const raw = text.slice(start, end);
    return { type: "code", raw, text: codeIn(open, text.slice(content, to)), language };
  };
  if (found) {
    return { block: block(found.index, found.index + found[0].length), closed: true };
  }
  const lastLine = text.lastIndexOf("\n", text.length - 1) + 1;
  open.scanned = Math.max(content, lastLine);
  // A last line of backticks may be the beginning of the end.
  const held = live && /^ {0,3}(?:`+|~+) *$/.test(text.slice(lastLine));
  return { block: block(held ? lastLine : text.length, text.length), closed: false };
}

function codeIn({ indent }: OpenFence, content: string): string {
  const body = content.replace(/\n$/, "");
  return indent === 0 ? body : body.replace(new RegExp(`^ {1,${indent}}`, "gm"), "");
}

/** Whether what a block of code is written as begins with a fence and does not end with one. */
export function isUnclosedFence(raw: string): boolean {
  return /^ {0,3}(?:`{3}|~{3})/.test(raw) && !/\n {0,3}(?:`{3,}|~{3,})[ \t]*\n*$/.test(raw);
}
