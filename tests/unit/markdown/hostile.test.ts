import { describe, expect, test } from "@jest/globals";
import type { Block } from "@/lib/client/markdown/block";
import { createBlockReader, longestShown } from "@/lib/client/markdown/block-reader";
import { readInline } from "@/lib/client/markdown/read-inline";
import { safeLink, safePicture } from "@/lib/client/markdown/safe-address";
import { inTime } from "../../in-time";

const budget = 6;

/** Reads a text as a page does, frame by frame, all that stands in its blocks included. */
function readAll(text: string, live: boolean) {
  const reader = createBlockReader();
  const spans: number[] = [];
  let read: ReturnType<typeof reader.read>;
  let known = 0;
  do {
    // Of the processor, which other tests want too.
    const began = process.cpuUsage();
    read = reader.read(text, live, { milliseconds: budget });
    const settled = read.groups.slice(known).flat();
    known = Math.max(0, read.groups.length - 1);
    for (const inline of [...settled, ...read.tail].flatMap(inlinesOf)) {
      readInline(inline, live, read.targets);
    }
    spans.push(process.cpuUsage(began).user / 1000);
  } while (read.more);
  // The longest of few frames may be one in which the garbage was collected.
  spans.sort((one, other) => one - other);
  return { ...read, longest: spans[Math.floor(spans.length * 0.9)] ?? 0 };
}

function inlinesOf(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "list":
      return block.items.flatMap(({ blocks }) => blocks.flatMap(inlinesOf));
    case "quote":
      return block.blocks.flatMap(inlinesOf);
    case "table":
      return [...block.header, ...block.rows.flatMap(({ cells }) => cells)];
    default:
      return [];
  }
}

const large = 10_000_000;
const bombs: [string, string][] = [
  ["nested quotes", ">".repeat(large)],
  ["nested quotes with spaces", "> ".repeat(large / 2)],
  ["nested lists", "- ".repeat(large / 2)],
  [
    "lists that go in",
    Array.from({ length: 2000 }, (_, at) => `${" ".repeat(at * 2)}- a\n`).join(""),
  ],
  ["brackets", "[".repeat(large)],
  ["links in links", "[a](".repeat(large / 4)],
  ["images", "![".repeat(large / 2)],
  ["stars", "*a ".repeat(large / 3)],
  ["stars and underscores", "*a_b ".repeat(large / 5)],
  ["strong without end", "**a ".repeat(large / 4)],
  ["backticks", Array.from({ length: 3000 }, (_, at) => `${"`".repeat(at)} `).join("")],
  ["angles", "<".repeat(large)],
  ["tags", "<a ".repeat(large / 3)],
  ["comments", "<!-- a ".repeat(large / 7)],
  ["entities", "&amp".repeat(large / 4)],
  ["dollars", "$a ".repeat(large / 3)],
  ["formulas without end", "$$a\n".repeat(large / 4)],
  ["brackets of formulas", "\\(".repeat(large / 2)],
  ["pipes", "|".repeat(large)],
  ["a table of many columns", `|${"a|".repeat(50_000)}\n|${"-|".repeat(50_000)}\n`.repeat(20)],
  ["hashes", "# ".repeat(large / 2)],
  ["line ends", "\n".repeat(large)],
  ["spaces", " ".repeat(large)],
  ["spaces before a line's end", `a${" ".repeat(large)}b`],
  ["definitions", Array.from({ length: 100_000 }, (_, at) => `[${at}]: /x "t"\n`).join("")],
  ["addresses", "https://a.b/".repeat(large / 12)],
  ["mail addresses", "a.b@".repeat(large / 4)],
  ["tildes", "~~a ".repeat(large / 4)],
  ["tildes in a row", "~".repeat(large)],
  ["backticks in a row", "`".repeat(large)],
  ["backslashes", "\\".repeat(large)],
  ["fences in fences", "````\n```\n".repeat(large / 9)],
  ["a line of ten million letters", "x".repeat(large)],
  ["setext", "a\n=\n".repeat(large / 4)],
  ["carriage returns", "a\r".repeat(large / 2)],
];

test.each(bombs)("ten million letters of %s are read in short steps", async (_name, bomb) => {
  for (const live of [true, false]) {
    const read = async () => {
      const { longest, cut } = readAll(bomb, live);
      if (bomb.length > longestShown) expect(cut).toBe(true);
      return longest;
    };
    await inTime(read, (longest) => expect(longest).toBeLessThan(50));
  }
});

test("what a text costs that grows depends on what is new alone", () => {
  const part = `Some **words** with \`code\` and a [link](https://a.b/c) in it, as they come.\n\n- one\n- two\n\n`;
  const text = part.repeat(2000);
  const reader = createBlockReader();
  const spans: number[] = [];
  for (let end = 0; end < 100_000; end += 84) {
    const began = performance.now();
    const { tail } = reader.read(text.slice(0, end), true);
    spans.push(performance.now() - began);
    expect(tail.length).toBeLessThan(8);
  }
  const median = (from: number, to: number) =>
    spans.slice(from, to).sort((one, other) => one - other)[Math.floor((to - from) / 2)] ?? 0;
  const began = performance.now();
  const fresh = createBlockReader();
  while (fresh.read(text.slice(0, 100_000), true).more);
  const whole = performance.now() - began;
  expect(median(spans.length - 200, spans.length)).toBeLessThan(whole / 5);
});

test("a text has the same blocks however many of them are read at a time", () => {
  const rows = (row: string, letters: number) => row.repeat(letters / row.length);
  const text = [
    "# Long ones, and short ones in between",
    rows("words of one paragraph ", 5000),
    rows("- an item\n", 6000),
    "---",
    `| a | b |\n|---|---|\n${rows("| 1 | 2 |\n", 5000)}`,
    `\`\`\`ts\n${rows("const a = 1;\n\n", 7000)}\`\`\``,
    `$$\n${rows("x + ", 4000)}1\n$$`,
    rows("> quoted\n", 4500),
    `<!-- ${rows("hidden ", 3500)} -->`,
    rows("Short.\n\n", 4000),
    "[name]: https://a.b/c",
    "The end of [name]",
  ].join("\n\n");
  const [few, many] = [3, 150].map((blocks) => {
    const reader = createBlockReader();
    for (;;) {
      const read = reader.read(text, false, { milliseconds: Number.POSITIVE_INFINITY, blocks });
      if (!read.more) return { blocks: [...read.groups.flat(), ...read.tail], to: read.targets };
    }
  });
  expect(few).toEqual(many);
  expect(many?.blocks.length).toBeGreaterThan(500);
});

describe("an address of a text", () => {
  const base = "https://site.test/demos/x";

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://site.test/x",
    "file:///etc/passwd",
    "http://[",
  ])("does not lead to %j", (address) => {
    expect(safeLink(address, base)).toBeUndefined();
    expect(safePicture(address, base)).toBeUndefined();
  });

  test.each([
    ["https://a.b/c", "https://a.b/c"],
    ["/runs/1", "https://site.test/runs/1"],
    ["#part", "https://site.test/demos/x#part"],
    ["mailto:a@b.c", "mailto:a@b.c"],
    ["//a.b", "https://a.b/"],
  ])("may lead to %j", (address, whole) => {
    expect(safeLink(address, base)).toBe(whole);
  });

  test.each([
    ["https://evil.test/pixel.png", undefined],
    ["//evil.test/pixel.png", undefined],
    ["/api/graphql?query={demos{name}}", undefined],
    ["/.//api/graphql?query={demos{name}}", undefined],
    ["/%61pi/graphql?query={demos{name}}", undefined],
    ["/api%2fgraphql?query={demos{name}}", undefined],
    ["/x/../API/graphql?query={demos{name}}", undefined],
    ["/.//.//%2e%2f/api/graphql", undefined],
    ["/%ff/picture.png", undefined],
    ["/apis.png", "https://site.test/apis.png"],
    ["data:image/svg+xml,<svg/>", undefined],
    ["/media/run/1.png", "https://site.test/media/run/1.png"],
    ["data:image/png;base64,AA==", "data:image/png;base64,AA=="],
  ])("of a picture: %j is fetched from %p", (address, whole) => {
    expect(safePicture(address, base)).toBe(whole);
  });
});

test("headings leave out no level on the way down", () => {
  const { groups, tail } = createBlockReader().read("### a\n\n# b\n\n#### c\n\n## d\n", false);
  const levels = [...groups.flat(), ...tail].map(
    (block) => block.type === "heading" && block.level,
  );
  expect(levels).toEqual([2, 2, 3, 3]);
});

test("a text that is replaced is read anew, and line ends of all sorts are the same", () => {
  const reader = createBlockReader();
  const texts = (text: string) => {
    const { groups, tail } = reader.read(text, false);
    return [...groups.flat(), ...tail].map((block) => "text" in block && block.text);
  };
  expect(texts("one\r\n\r\ntwo")).toEqual(["one", "two"]);
  expect(texts("other\r\rtwo\0")).toEqual(["other", "two\ufffd"]);
});
