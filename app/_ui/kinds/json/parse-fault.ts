import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** In words that go with what JSON is. Others are told by their place alone. */
const words: { readonly [code: string]: string } = {
  InvalidSymbol: "this is no value of JSON; texts stand in double quotes",
  InvalidNumberFormat: "this is no number",
  PropertyNameExpected: "a name in double quotes is missing",
  ValueExpected: "a value is missing",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "a } is missing",
  CloseBracketExpected: "a ] is missing",
  EndOfFileExpected: "nothing may stand behind the value",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "a quote is missing",
  UnexpectedEndOfNumber: "a number is not at its end",
  InvalidUnicode: "four hexadecimal digits must follow \\u",
  InvalidEscapeCharacter: "a backslash must stand twice",
  InvalidCharacter: "a character must be written as \\u and its number",
};

/**
 * Where a text stops to be JSON, and why. Browsers say it each in its own way, or not at all.
 *
 * @example parseFault('{"a": 1 "b": 2}') // "line 1, column 9: a comma is missing"
 */
export function parseFault(text: string): string {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return "it lies too deep";
  }
  const [first] = errors;
  if (!first) return "this is none";
  const before = text.slice(0, first.offset).split("\n");
  const column = (before.at(-1) ?? "").length + 1;
  const place = `line ${before.length}, column ${column}`;
  return `${place}: ${words[printParseErrorCode(first.error)] ?? "this is not JSON"}`;
}
