import { Lexer, Marked, type Token } from "marked";
import type { LinkTargets } from "./block";
import { closeInline } from "./close-inline";
import { mathInline } from "./math-syntax";

/** What it takes to read a text may grow with the square of its length, and of its marks. */
const longest = 4096;
const mostMarks = 300;
const mark = /[!$&*<[\\_`~]|https?:|www\.|@/g;
const { defaults } = new Marked({ extensions: [mathInline] });
let lexer = new Lexer(defaults);

/**
 * Reads what stands within a paragraph, a heading or a cell. One that nobody can have written to be read,
 * of very many marks or letters, is shown as it is.
 *
 * @param open whether it is still written
 */
export function readInline(text: string, open: boolean, targets: LinkTargets): readonly Token[] {
  if (text.length > longest || (text.match(mark)?.length ?? 0) > mostMarks) return plain(text);
  lexer.tokens.links = targets as typeof lexer.tokens.links;
  try {
    return lexer.inlineTokens(open ? closeInline(text) : text, []);
  } catch {
    // What it was amid is in it still.
    lexer = new Lexer(defaults);
    return plain(text);
  }
}

function plain(text: string): readonly Token[] {
  return [{ type: "text", raw: text, text }];
}
