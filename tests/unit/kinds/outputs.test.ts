import { describe, expect, test } from "@jest/globals";
import { json, number, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { jsonOutput } from "@/lib/kinds/json/output";
import { numberOutput } from "@/lib/kinds/number";
import { preview } from "@/lib/kinds/preview";
import { createYieldRecorder } from "@/lib/run/record-yield";

const context = { maxValueBytes: 100, keepBytes: async () => "0", readableFolders: [] };

describe("a number's yield", () => {
  const { write: any } = numberOutput.writer({}, context);
  const { write: whole } = numberOutput.writer({ integer: true }, context);

  test("is any finite number, or a whole one of 32 bits", () => {
    expect(any(0.5)).toEqual({ kind: "number", value: 0.5 });
    expect(any(1e300)).toEqual({ kind: "number", value: 1e300 });
    expect(whole(-(2 ** 31))).toEqual({ kind: "number", value: -(2 ** 31) });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, "5", 5n, null])("may not be %p", (value) => {
    expect(() => any(value)).toThrow(/expects a finite number; got/);
  });

  test.each([0.5, 2 ** 31, -(2 ** 31) - 1])("may not be %p where it is to be whole", (value) => {
    expect(() => whole(value)).toThrow(
      /expects a whole number from -2147483648 to 2147483647; got/,
    );
  });
});

describe("a JSON yield", () => {
  const { write } = jsonOutput.writer({}, context);

  test("is copied, so that the generator may go on changing its own", () => {
    const own = { list: [1] };
    const logged = write(own) as { value: unknown };
    own.list.push(2);
    expect(logged.value).toEqual({ list: [1] });
  });

  test.each([undefined, null, () => 1, Symbol("x"), 5n, { toJSON: () => null }])(
    "may not be %p",
    (value) => {
      expect(() => write(value)).toThrow(/expects a value that JSON can write/);
    },
  );

  test("may not go round in a circle, and the message is one line", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => write(circle)).toThrow(
      /expects a value that JSON can write; got one that it cannot: [^\n]*$/,
    );
  });

  test("may not be larger than one may be", () => {
    expect(() => write("x".repeat(99))).toThrow(
      /at most 100 characters.*YIELDCAST_MAX_VALUE_BYTES.*got 101/,
    );
  });
});

describe("what is told of a value in a message", () => {
  test.each<[unknown, string]>([
    ["hi", '"hi"'],
    ["x".repeat(9000), '"xxxxxxxxxxxxxxxxxxxx…" (9,000 characters)'],
    [undefined, "undefined"],
    [5n, "5n"],
    [[1, 2], "an array of 2"],
    [{}, "{}"],
    [{ a: 1, b: 2 }, "an object with a, b"],
    [new Date(0), "an object of class Date"],
    [Object.create(null), "{}"],
    [new Uint8Array(9), "Uint8Array of 9 bytes"],
    [() => 1, "a function"],
    [Symbol("x"), "Symbol(x)"],
  ])("%p is %s", (value, words) => {
    expect(preview(value)).toBe(words);
  });
});

describe("a yield of several outputs", () => {
  const checked = checkDemo("demos/a.ts", {
    outputs: { said: text({ append: true }), count: number(), stats: json() },
    run: () => ({}),
  });
  if (isFault(checked)) throw new Error(checked.problems.join());
  const { record } = createYieldRecorder(checked, context);

  test("sets those that it names", async () => {
    expect(Object.keys(await record({ count: 1, said: undefined }))).toEqual(["count"]);
    expect(await record({})).toEqual({});
  });

  test.each<[unknown, RegExp]>([
    [{ counts: 1 }, /only the outputs said, count, stats.*"counts"/],
    [{ constructor: 1 }, /only the outputs.*"constructor"/],
    [{ count: "x" }, /The output "count" expects a finite number; got "x"/],
    [{ count: null }, /The output "count".*null/],
    [5, /an object that sets some of the outputs said, count, stats; got 5/],
    ["text", /an object that sets some/],
    [[1], /an object that sets some.*an array of 1/],
    [null, /an object that sets some.*null/],
  ])("may not be %j", async (value, message) => {
    await expect(async () => record(value)).rejects.toThrow(message);
  });
});
