import { describe, expect, test } from "@jest/globals";
import {
  indent,
  indentOf,
  lineBreak,
  outdent,
  type Replacement,
} from "@/app/_ui/kinds/code/indent";
import { parseFault } from "@/app/_ui/kinds/json/parse-fault";

/** A text with what is selected between bars; a cursor is one bar. */
function typed(marked: string, key: (of: never) => Replacement | undefined): string | undefined {
  const start = marked.indexOf("|");
  const end = marked.lastIndexOf("|") - (marked.lastIndexOf("|") > start ? 1 : 0);
  const text = marked.replaceAll("|", "");
  const change = key({ text, start, end } as never);
  if (!change) return undefined;
  const made = text.slice(0, change.from) + change.by + text.slice(change.to);
  const parts = [made.slice(0, change.start), made.slice(change.start, change.end)];
  const rest = made.slice(change.end);
  return change.start === change.end ? `${parts[0]}|${rest}` : `${parts.join("|")}|${rest}`;
}

describe("a field for code", () => {
  test.each([
    ["|x", "  |x"],
    ["a|b|c", "a  |c"],
    ["if x:\n    y\n|z", "if x:\n    y\n    |z"],
    ["\tx\n|", "\tx\n\t|"],
    ["|a\nb|", "  |a\n  b|"],
    ["x |a\n\nb\n|c", "  x |a\n\n  b\n|c"],
  ])("indents %j", (before, then) => expect(typed(before, indent)).toBe(then));

  test.each([
    ["    |x", "|x"],
    ["  a\n    |x", "  a\n  |x"],
    ["  a\n    b|", "  a\n  b|"],
    ["\tx|", "x|"],
    ["  |a\n b|", "|a\nb|"],
    ["a|b", undefined],
    [" | x", "|x"],
  ])("takes an indent of %j away", (before, then) => expect(typed(before, outdent)).toBe(then));

  test.each([
    ["  a|", "  a\n  |"],
    ["  a|b|c", "  a\n  |c"],
    [" | a", " \n | a"],
    ["a|", undefined],
  ])("goes on below in %j", (before, then) => expect(typed(before, lineBreak)).toBe(then));

  test("goes by the indents that are there", () => {
    expect(indentOf("a\n   b\n      c")).toBe("   ");
    expect(indentOf("a\nb")).toBe("  ");
  });
});

describe("text that is no JSON", () => {
  test.each([
    ['{"a": 1 "b": 2}', "line 1, column 9: a comma is missing"],
    ['{\n  "a": 1,\n}', "line 3, column 1: a name in double quotes is missing"],
    ["{'a': 1}", "line 1, column 2: this is no value of JSON; texts stand in double quotes"],
    ["[1, 2", "line 1, column 6: a ] is missing"],
    ['{"a": }', "line 1, column 7: a value is missing"],
    ['"abc', "line 1, column 1: a quote is missing"],
    ["[1] x", "line 1, column 5: this is no value of JSON"],
    ["[1] 2", "line 1, column 5: nothing may stand behind the value"],
    ["[1] // one", "line 1, column 5: JSON has no comments"],
    ["[1,]", "line 1, column 4: a value is missing"],
    ["\ufeff{", "line 1"],
    ["[01]", "line 1"],
    ['"\\x"', "line 1, column 1: a backslash must stand twice"],
    ["NaN", "line 1, column 1"],
    ["[".repeat(200_000), "it lies too deep"],
  ])("%# says where and why", (text, fault) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(parseFault(text)).toContain(fault);
  });
});
