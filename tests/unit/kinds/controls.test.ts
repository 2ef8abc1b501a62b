import { describe, expect, test } from "@jest/globals";
import { checkboxGroup, code, color, date, json, radio, text } from "yieldcast";
import { z } from "zod";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { type InputDeclaration, inputKind } from "@/lib/kinds/inputs";
import type { Declaration } from "@/lib/kinds/kind";

/** What is said of a value: `undefined` where it is taken. */
function refused(declared: Declaration, value: unknown): string | undefined {
  const input = declared as InputDeclaration;
  const kind = inputKind(input);
  if (kind.accepts(value, input.options)) return undefined;
  return `${kind.allowed(input.options)}; ${kind.came?.(value, input.options) ?? "?"}`;
}

function kept(declared: Declaration, value: unknown): unknown {
  const input = declared as InputDeclaration;
  const kind = inputKind(input);
  if (!kind.accepts(value, input.options)) throw new Error(refused(declared, value));
  return kind.taken ? kind.taken(value, input.options) : value;
}

const problemsOf = (inputs: object) => {
  const checked = checkDemo("demos/controls.ts", { inputs, output: text(), run: () => "" });
  return isFault(checked) ? checked.problems : [];
};

/** None is an option of another kind, nor what any of these takes. */
const strange = [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 5n, () => {}, Symbol("x")];

describe("a radio", () => {
  const mood = radio({ choices: ["calm", "wild"] });

  test("takes its choices and nothing else", () => {
    expect(refused(mood, "wild")).toBeUndefined();
    for (const value of [...strange, "", "WILD", "toString", "__proto__", ["calm"], 0]) {
      expect(refused(mood, value)).toBe('one of "calm", "wild"; ?');
    }
  });

  test("says what is wrong with its choices", () => {
    expect(problemsOf({ a: radio({ choices: [] }), b: radio({ choices: ["x", "x"] }) })).toEqual([
      'The input "a": choices must name at least one: choices: ["calm", "wild"].',
      'The input "b": choices must differ; "x" stands twice.',
    ]);
    const furious = radio({ choices: ["calm"], default: "furious" as "calm" });
    expect(problemsOf({ furious })).toEqual([
      'The default of the input "furious" must be one of "calm"; got "furious".',
    ]);
  });
});

describe("a group of checkboxes", () => {
  const layers = checkboxGroup({ choices: ["sky", "sea", "sand"], min: 1, max: 2 });

  test("keeps the order of its choices", () => {
    expect(kept(layers, ["sand", "sky"])).toEqual(["sky", "sand"]);
    expect(kept(checkboxGroup({ choices: ["a"] }), [])).toEqual([]);
  });

  test.each([
    [["moon"], '"moon" is none of them'],
    [["sky", "sky"], '"sky" stands twice'],
    [["sky", "sea", "sand"], "3 are chosen"],
    [[], "none is chosen"],
    [["__proto__"], '"__proto__" is none of them'],
    [[["sky"]], "an array of 1 is none of them"],
    ["sky", "?"],
    [{ 0: "sky", length: 1 }, "?"],
  ])("refuses %j", (value, came) => {
    expect(refused(layers, value)).toBe(`a list of 1 to 2 of "sky", "sea", "sand"; ${came}`);
  });

  test("of a hundred thousand values tells the first that is wrong", () => {
    const words = refused(
      layers,
      Array.from({ length: 100_000 }, (_, at) => `x${at}`),
    );
    expect(words).toContain('"x0" is none of them');
    expect(words?.length).toBeLessThan(200);
  });

  test("must be given where none is too few, and says which counts make no sense", () => {
    const input = layers as InputDeclaration;
    expect(inputKind(input).default(input.options)).toBeUndefined();
    expect(
      problemsOf({
        a: checkboxGroup({ choices: ["x", "y"], min: 3 }),
        b: checkboxGroup({ choices: ["x", "y"], min: 2, max: 1 }),
        c: checkboxGroup({ choices: ["x", "y"], max: 1, default: ["x", "y"] }),
      }),
    ).toEqual([
      'The input "a": min must be a whole number from 0 to 2, the number of choices; got 3.',
      'The input "b": min 2 is above max 1.',
      'The default of the input "c" must be a list of at most 1 of "x", "y"; 2 are chosen.',
    ]);
  });
});

describe("a colour", () => {
  test("is kept in small letters", () => expect(kept(color(), "#FF7C00")).toBe("#ff7c00"));

  test.each([
    "#ff7c0",
    "ff7c00",
    "#ff7c00ff",
    "rgb(0,0,0)",
    "#gggggg",
    "#ff7c00\n",
    "",
    ...strange,
  ])("is not %p", (value) =>
    expect(refused(color(), value)).toMatch(/^a colour as #rrggbb, such as #ff7c00; /),
  );

  test("is not a name, which is said", () => {
    expect(refused(color(), "red")).toContain('"red" is a word: write its hexadecimal value');
    expect(problemsOf({ tint: color({ default: "#red" }) })).toEqual([
      'The default of the input "tint" must be a colour as #rrggbb, such as #ff7c00; got "#red".',
    ]);
  });
});

describe("a date", () => {
  test.each(["2024-02-29", "0001-01-01", "9999-12-31"])("is %s", (value) =>
    expect(kept(date(), value)).toBe(value),
  );

  test.each([
    ["2025-02-30", "there is no 2025-02-30"],
    ["2025-02-29", "there is no 2025-02-29"],
    ["2025-13-01", "there is no 2025-13-01"],
    ["2025-04-31", "there is no 2025-04-31"],
    ["0000-01-01", "there is no 0000-01-01"],
    ["2025-1-1", "?"],
    ["2025-01-01T10:00", "?"],
    ["01.01.2025", "?"],
    ["٢٠٢٥-٠١-٠١", "?"],
    ["2025-01-01\u202e", "?"],
    [1_735_689_600_000, "?"],
    [new Date(0), "?"],
  ])("is not %s", (value, came) => {
    expect(refused(date(), value)).toBe(`a date such as 2026-11-21; ${came}`);
  });

  test("with a time has hours and minutes", () => {
    expect(kept(date({ time: true }), "2026-11-21T23:59")).toBe("2026-11-21T23:59");
    for (const value of ["2026-11-21", "2026-11-21T23:59:00", "2026-11-21T23:59Z"]) {
      expect(refused(date({ time: true }), value)).toMatch(/such as 2026-11-21T15:04; \?$/);
    }
    for (const value of ["2026-11-21T24:00", "2026-11-21T10:60", "2026-02-29T10:00"]) {
      expect(refused(date({ time: true }), value)).toContain(`there is no ${value}`);
    }
  });

  test("lies between its ends", () => {
    const year = date({ min: "2025-01-01", max: "2025-12-31" });
    expect(refused(year, "2025-01-01")).toBeUndefined();
    expect(refused(year, "2025-12-31")).toBeUndefined();
    expect(refused(year, "2024-12-31")).toContain("from 2025-01-01 on and not after 2025-12-31");
    expect(
      problemsOf({
        a: date({ min: "2025-02-30" }),
        b: date({ min: "2026-01-01", max: "2025-01-01" }),
        c: date({ default: "today" }),
      }),
    ).toEqual([
      'The input "a": min must be a date such as 2026-11-21; got "2025-02-30".',
      'The input "b": min must not be after max; got min 2026-01-01 and max 2025-01-01.',
      'The default of the input "c" must be a date such as 2026-11-21; got "today".',
    ]);
  });
});

describe("JSON that is given", () => {
  const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

  test.each<unknown>([
    0,
    "",
    false,
    [],
    {},
    { a: [1, { b: null }] },
    "\u0000\u202e",
    { constructor: 1 },
  ])("may be %j", (value) => expect(kept(json(), value)).toEqual(value));

  test.each([
    [null, "a bare null says nothing"],
    [{ a: Number.NaN }, "it has NaN in it"],
    [[undefined], "it has undefined in it"],
    [{ a: new Date(0) }, "it has an object of class Date in it"],
    [JSON.parse('{"a": {"__proto__": {"admin": true}}}'), 'it has the key "__proto__"'],
    [nested(34), "it lies more than 32 deep"],
    [nested(100_000), "it lies more than 32 deep"],
    ["x".repeat(100_000), "it has more than 100,000 characters"],
    [{ a: Array.from({ length: 10_000_000 }, () => 0) }, "it has more than 100,000 characters"],
  ])("is not %#", (value, came) => {
    expect(refused(json(), value)).toBe(
      `JSON of at most 100,000 characters, at most 32 deep; ${came}`,
    );
  });

  test("is not what refers to itself", () => {
    const loop: { self?: object } = {};
    loop.self = loop;
    expect(refused(json(), loop)).toContain("more than 32 deep");
  });

  test("has its size counted as it is written", () => {
    const small = json({ maxLength: 9 });
    expect(refused(small, { a: "xyz" })).toContain("more than 9 characters");
    expect(refused(small, { a: "x" })).toBeUndefined();
    expect(refused(small, "\u0000\u0000")).toContain("more than 9 characters");
  });

  test("is what its schema makes of it", () => {
    const schema = z.object({ depth: z.number().int().max(9), kind: z.string().default("tree") });
    const settings = json({ schema, default: { depth: 3, kind: "tree" } });
    expect(kept(settings, { depth: 2, other: 1 })).toEqual({ depth: 2, kind: "tree" });
    expect(refused(settings, { depth: 10 })).toMatch(/; at depth: Too big/);
    expect(refused(settings, {})).toMatch(/; at depth: Invalid input/);
    expect(refused(settings, [1, 2])).toMatch(/; Invalid input: expected object/);
    const list = json({ schema: z.array(z.object({ a: z.number() })) });
    const words = refused(
      list,
      Array.from({ length: 50 }, () => ({ a: "x" })),
    );
    expect(words).toMatch(/at \[0\]\.a: .*; at \[2\]\.a: .*; and 47 more$/);
  });

  test("tells what is wrong with its options and its schema", () => {
    expect(
      problemsOf({
        a: json({ maxLength: 0 }),
        b: json({ schema: {} as never }),
        c: json({
          schema: z.object({ a: z.string().refine(async () => true) }),
          default: { a: "" },
        }),
        d: json({ schema: z.string().transform(() => new Date(0)), default: "x" as never }),
        e: json({ schema: z.number(), default: "x" as never }),
      }),
    ).toEqual([
      'The input "a": maxLength must be a whole number of at least 1; got 0.',
      'The input "b": schema must be a schema of zod, or of a library that keeps to Standard Schema.',
      'The input "c": schema does not go with the default: the schema is asynchronous: it must answer at once.',
      'The input "d": schema does not go with the default: the schema made of a value what JSON cannot write: it has an object of class Date in it.',
      expect.stringMatching(/^The default of the input "e" must be JSON of .*; Invalid input/),
    ]);
  });
});

test("code and texts say what is wrong with how they are shown", () => {
  expect(
    problemsOf({
      a: code({ language: "two words", minLength: 1 }),
      b: text({ lines: 0 }),
      c: code({ lines: 1.5 }),
    }),
  ).toEqual([
    'The input "a": language must be one word, such as "ts" or "python"; got "two words".',
    'The input "b": lines must be a whole number from 1 to 100; got 0.',
    'The input "c": lines must be a whole number from 1 to 100; got 1.5.',
  ]);
  expect(refused(code(), "x".repeat(100_000))).toBeUndefined();
  expect(refused(code(), "x".repeat(100_001))).toBe("code of at most 100,000 characters; ?");
});
