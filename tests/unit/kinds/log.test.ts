import { describe, expect, test } from "@jest/globals";
import { type LoggedLog, type LogOptions, logOutput } from "@/lib/kinds/log";

const writer = (options: LogOptions = {}, maxValueBytes = 1000) => {
  const context = { maxValueBytes, keepBytes: async () => "", readableFolders: [] };
  const { write } = logOutput.writer(options, context);
  return (value: unknown) => write(value) as LoggedLog;
};

const textsOf = ({ blocks }: LoggedLog) => blocks.flat().map(({ text }) => text);
const { merge } = logOutput;

describe("a log's yield", () => {
  test.each<[unknown, string[]]>([
    ["one", ["one"]],
    ["", [""]],
    ["one\ntwo\r\nthree\n", ["one", "two", "three"]],
    ["a\n\nb", ["a", "", "b"]],
    [{ level: "error", text: "x" }, ["x"]],
    [
      ["a", { text: "b" }],
      ["a", "b"],
    ],
    [[], []],
    ["10 %\r20 %\r30 %", ["30 %"]],
    ["done\r", ["done"]],
    [
      "\u001b[31mred\u001b[0m and \u001b]8;;https://a.b\u0007link\u001b]8;;\u0007",
      ["red and link"],
    ],
    ["half \ud83d", ["half \ufffd"]],
  ])("%j is the lines %j", (value, lines) => {
    expect(textsOf(writer()(value))).toEqual(lines);
  });

  test("of millions of lines makes those that are kept", () => {
    const write = writer({ max: 100 }, 20_000_000);
    const text = `${"\n".repeat(9_999_998)}last but one\r\nlast\r\n`;
    const began = process.cpuUsage();
    const logged = write([...Array.from({ length: 10_000 }, () => "a\nb"), text]);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
    expect(logged).toMatchObject({ total: 10_020_000, count: 100 });
    expect(textsOf(logged).slice(-3)).toEqual(["", "last but one", "last"]);
    expect(textsOf(write(["a\nb", "c"]))).toEqual(["a", "b", "c"]);
    const newest = textsOf(writer({ max: 3 })(["1\n2\n3\n4", "5", "6\n7\n8\n9"]));
    expect(newest).toEqual(["7", "8", "9"]);
  });

  test("has its level and the time at which it came", () => {
    const before = Date.now();
    const [line] = writer()({ level: "warning", text: "x" }).blocks.flat();
    expect(line?.level).toBe("warning");
    expect(line?.at).toBeGreaterThanOrEqual(before);
    expect(line?.at).toBeLessThanOrEqual(Date.now());
  });

  test.each<[unknown, RegExp]>([
    [5, /a line: a string, { level, text }, or a list of them; got 5/],
    [null, /a line.*null/],
    [{ level: "loud", text: "x" }, /one of the levels debug, info, warning, error; got "loud"/],
    [{ level: "__proto__", text: "x" }, /one of the levels/],
    [[["nested"]], /a line.*an array of 1/],
    [["x".repeat(600), "x".repeat(600)], /at most 1,000 characters.*YIELDCAST_MAX_VALUE_BYTES/],
  ])("may not be %j", (value, message) => {
    expect(() => writer()(value)).toThrow(message);
  });

  test("of control sequences alone, ten million letters of them, takes no second", () => {
    const write = writer({}, 20_000_000);
    for (const bomb of [
      "\u001b[".repeat(5e6),
      "\u001b]".repeat(5e6),
      "\u001b[;".repeat(3e6),
      "\r".repeat(1e7),
    ]) {
      const began = process.cpuUsage();
      write(bomb);
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
    }
  });
});

describe("lines that were logged", () => {
  test("merge in any grouping to the same, of which the newest are kept", () => {
    const write = writer({ max: 700 }, 1e6);
    const parts = [3, 300, 1, 512, 20, 699, 2].map((count, nth) =>
      write(Array.from({ length: count }, (_, at) => `${nth}.${at}`)),
    );
    const left = parts.reduce(merge);
    const right = parts.reduceRight((newer, older) => merge(older, newer));
    const [a, b, c, d, ...rest] = parts as [LoggedLog, LoggedLog, LoggedLog, LoggedLog];
    const mixed = merge(merge(a, merge(b, c)), [d, ...(rest as LoggedLog[])].reduce(merge));
    for (const merged of [right, mixed]) {
      expect(textsOf(merged)).toEqual(textsOf(left));
      expect({ ...merged, blocks: 0 }).toEqual({ ...left, blocks: 0 });
    }
    expect(left).toMatchObject({ count: 700, total: 1537 });
    expect(textsOf(left).at(-1)).toBe("6.1");
    expect(logOutput.size(left)).toBe(
      96 + left.blocks.flat().reduce((sum, { text }) => sum + text.length * 2 + 64, 0),
    );
  });

  test("a hundred thousand one after another cost little each", () => {
    const write = writer({ max: 10_000 });
    let state = write("first");
    const began = process.cpuUsage();
    for (let at = 0; at < 100_000; at++) state = merge(state, write("line"));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
    expect(state).toMatchObject({ count: 10_000, total: 100_001 });
  });

  test.each([1, 500, 5000, 1e9])(
    "come in pieces of %d bytes that merge into them again",
    (size) => {
      const write = writer({ max: 50 });
      const state = Array.from({ length: 80 }, (_, at) => write(`line ${at}`)).reduce(merge);
      const pieces = logOutput.pieces?.(state, size) ?? [];
      expect(pieces.map(({ reset }) => reset)).toEqual(pieces.map((_, at) => at === 0));
      const whole = pieces.reduce(merge);
      expect(textsOf(whole)).toEqual(textsOf(state));
      expect(whole).toMatchObject({ count: 50, total: 80 });
    },
  );
});

test.each([0, -1, 1.5, 100_001, Number.NaN])("may not keep %p lines", (max) => {
  expect(logOutput.faults({ max })).toEqual([
    expect.stringContaining("max must be a whole number from 1 to 100,000"),
  ]);
});
