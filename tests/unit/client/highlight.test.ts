import { describe, expect, test } from "@jest/globals";
import { createLineHighlighter } from "@/lib/client/highlight/highlighter";
import { knownLanguage } from "@/lib/client/highlight/languages";
import { visibleText } from "@/lib/client/visible-text";

async function sortsOf(language: string, ...lines: string[]) {
  const { next } = await createLineHighlighter(language);
  return lines.map((line) =>
    next(line).flatMap(({ text, sort }) => (sort ? [[text.trim(), sort]] : [])),
  );
}

test("the pieces of a line are the line, and have their sorts", async () => {
  const line = 'export const greet = (name: string) => "hi" + name; // a greeting';
  const { next } = await createLineHighlighter("typescript");
  const pieces = next(line);
  expect(pieces.map(({ text }) => text).join("")).toBe(line);
  const sortOf = (part: string) => pieces.find(({ text }) => text.includes(part))?.sort;
  expect(sortOf("const")).toBe("keyword");
  expect(sortOf("greet")).toBe("name");
  expect(sortOf("hi")).toBe("string");
  expect(sortOf("a greeting")).toBe("comment");
});

test("what a line means depends on the lines before it, but not on one that is only looked at", async () => {
  expect(await sortsOf("javascript", "/* a", "b */", "c")).toEqual([
    [["/* a", "comment"]],
    [["b */", "comment"]],
    [],
  ]);
  const { next, peek } = await createLineHighlighter("javascript");
  peek("/* a");
  expect(next("b").some(({ sort }) => sort === "comment")).toBe(false);
});

test.each(["python", "sql", "json", "html", "css", "yaml", "bash", "rust", "diff", "cpp", "go"])(
  "%s is read by its grammar",
  async (language) => {
    expect(knownLanguage(language)).toBe(language);
    const { next } = await createLineHighlighter(language);
    for (const line of [
      "",
      "select 1",
      "# x",
      '{"a": [1, "x"]}',
      "<a href='b'>&amp;</a>",
      "\ud800\u202e",
    ]) {
      expect(
        next(line)
          .map(({ text }) => text)
          .join(""),
      ).toBe(line);
    }
  },
);

test.each([
  ["ts", "typescript"],
  ["TS", "typescript"],
  ["c++", "cpp"],
  ["", undefined],
  ["klingon", undefined],
  ["constructor", undefined],
  ["__proto__", undefined],
])("%j is coloured as %p", (name, known) => {
  expect(knownLanguage(name)).toBe(known);
});

describe("lines that nobody wrote", () => {
  test.each(["<a b='", "((((", "`${", "'\"", "/*", "a.b", "\\"])(
    "of %j take no grammar seconds",
    async (part) => {
      for (const language of ["typescript", "html", "markdown"]) {
        const { next } = await createLineHighlighter(language);
        // Of the processor, which other tests want too.
        const began = process.cpuUsage();
        for (let at = 0; at < 20; at++) next(part.repeat(900 / part.length));
        next(part.repeat(2_000_000));
        expect(process.cpuUsage(began).user / 1000).toBeLessThan(4000);
      }
    },
  );
});

test("letters that are not seen are shown as signs", () => {
  expect(visibleText("a\u0000\u001b\u007f\u0085\u202e\u2066b\tc مرحبا")).toBe(
    "a␀␛␡⟨U+0085⟩⟨U+202E⟩⟨U+2066⟩b\tc مرحبا",
  );
});
