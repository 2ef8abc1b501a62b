import { Lexer, Marked, type Token } from "marked";
import { mathBlock } from "./math-syntax";

const { defaults } = new Marked({ extensions: [mathBlock] });

/** What a part of a text consists of: blocks only, as what stands in them is read when it is shown. */
export function lexBlocks(source: string): { tokens: Token[]; lexer: Lexer } | undefined {
  const lexer = new Lexer(defaults);
  try {
    return { tokens: lexer.blockTokens(source, []), lexer };
  } catch {
    // The parser gave up.
    return undefined;
  }
}

/** Where the block behind one begins, which itself ends at `end`; `undefined` where none does. */
export function followerStart(
  tokens: readonly Token[],
  index: number,
  end: number,
): number | undefined {
  let at = end;
  for (let next = index + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token?.type !== "space") return at;
    at += token.raw.length;
  }
  return undefined;
}
