import { Lexer, Marked, type Token } from "marked";
import type { LinkTargets } from "./block";
import { mathInline } from "./math-syntax";

/** A longer one is shown as it is: what it takes to read one may grow with the square of its length. */
const longest = 8192;
const { defaults } = new Marked({ extensions: [mathInline] });

/** Reads what stands within a paragraph, a heading or a cell. */
export function readInline(text: string, targets: LinkTargets): readonly Token[] {
  if (text.length > longest) return [{ type: "text", raw: text, text }];
  const lexer = new Lexer(defaults);
  lexer.tokens.links = targets as typeof lexer.tokens.links;
  try {
    return lexer.inlineTokens(text, []);
  } catch {
    return [{ type: "text", raw: text, text }];
  }
}
