import { describe, expect, test } from "@jest/globals";
import { textOutput } from "@/lib/kinds/text";

const writer = (append: boolean, maxValueBytes = 1000) => {
  const context = { maxValueBytes, keepBytes: async () => "", readableFolders: [] };
  const { write } = textOutput.writer({ append }, context);
  return (value: unknown) => write(value) as { delta: string; reset: boolean };
};

/** The text as a client keeps it. */
function read(values: string[], write: (value: unknown) => { delta: string; reset: boolean }) {
  let kept = "";
  return values.map((value) => {
    const { delta, reset } = write(value);
    kept = reset ? delta : kept + delta;
    return kept;
  });
}

describe("a text that is added to", () => {
  test("sends each yield as it is", () => {
    expect(read(["a", "", "bc"], writer(true))).toEqual(["a", "a", "abc"]);
  });

  test("holds half a surrogate pair back until the other half comes", () => {
    const [high = "", low = ""] = "😀".split("");
    const write = writer(true);
    expect(["x", high, low, `y${high}`, `${low}z`].map((value) => write(value).delta)).toEqual([
      "x",
      "",
      "😀",
      "y",
      "😀z",
    ]);
  });
});

describe("a text that is replaced", () => {
  test("sends what is new where it grows, and itself where it does not", () => {
    const write = writer(false);
    expect(write("one")).toMatchObject({ delta: "one", reset: false });
    expect(write("one two")).toMatchObject({ delta: " two", reset: false });
    expect(write("one two")).toMatchObject({ delta: "", reset: false });
    expect(write("on")).toMatchObject({ delta: "on", reset: true });
    expect(write("")).toMatchObject({ delta: "", reset: true });
  });

  test("never cuts a surrogate pair, whatever replaces it", () => {
    const emoji = "😀😁";
    const values = Array.from({ length: 5 }, (_, end) => `a${emoji.slice(0, end)}`);
    for (const kept of read([...values, "b😁"], writer(false))) {
      expect(kept).toBe(Buffer.from(kept, "utf8").toString());
    }
  });
});

describe("a text's yield", () => {
  test.each([5, null, undefined, {}, ["a"]])("may not be %j", (value) => {
    expect(() => writer(true)(value)).toThrow(/expects a string; got/);
  });

  test("may not be longer than one may be, and the limit's setting is named", () => {
    expect(writer(true, 3)("abc")).toBeTruthy();
    expect(() => writer(true, 3)("abcd")).toThrow(
      /at most 3 characters.*YIELDCAST_MAX_VALUE_BYTES/,
    );
  });
});

describe("texts that were logged", () => {
  test("merge in any grouping to the same", () => {
    const logged = [
      { kind: "text", delta: "a", reset: false },
      { kind: "text", delta: "b", reset: true },
      { kind: "text", delta: "c", reset: false },
    ] as const;
    const [a, b, c] = logged;
    const { merge } = textOutput;
    expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    expect(merge(merge(a, b), c)).toEqual({ kind: "text", delta: "bc", reset: true });
  });

  test.each([1, 2, 3, 7, 100])("come in pieces of %d bytes that merge into them again", (size) => {
    const state = { kind: "text", delta: "a😀b👩‍🚀c".repeat(5), reset: false } as const;
    const pieces = textOutput.pieces?.(state, size) ?? [];
    expect(pieces.map(({ reset }) => reset)).toEqual(pieces.map((_, at) => at === 0));
    expect(pieces.map(({ delta }) => delta).join("")).toBe(state.delta);
    for (const { delta } of pieces) expect(Buffer.from(delta).toString()).toBe(delta);
  });

  test("come as one piece where there is nothing", () => {
    const empty = { kind: "text", delta: "", reset: false } as const;
    expect(textOutput.pieces?.(empty, 10)).toEqual([{ ...empty, reset: true }]);
  });
});
