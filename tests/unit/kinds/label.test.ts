import { describe, expect, test } from "@jest/globals";
import { label } from "yieldcast";
import { placeLabels } from "@/app/_ui/kinds/label/place-labels";
import { type LoggedLabel, labelOutput } from "@/lib/kinds/label";

const write = (value: unknown, maxValueBytes = 1_000_000) => {
  const context = { maxValueBytes, keepBytes: async () => "", readableFolders: [] };
  return labelOutput.writer({}, context).write(value) as LoggedLabel;
};
const labelsOf = ({ confidences }: LoggedLabel) => confidences.map((each) => each.label);

describe("a label's yield", () => {
  test("is classes in either form, and is kept with the most confident one first", () => {
    const byName = write({ cat: 0.1, dog: 0.9 });
    expect(byName.confidences).toEqual([
      { label: "dog", confidence: 0.9 },
      { label: "cat", confidence: 0.1 },
    ]);
    const list = [
      { label: "cat", confidence: 0.1 },
      { label: "dog", confidence: 0.9 },
    ];
    expect(write(list)).toEqual(byName);
    expect(byName.total).toBeCloseTo(1);
  });

  test("need not sum to 1, and what is off by a rounding is taken", () => {
    expect(write({ wet: 0.9, cold: 0.8 }).total).toBeCloseTo(1.7);
    expect(write({ all: 1 + 2 ** -30, none: -(2 ** -30) }).confidences).toEqual([
      { label: "all", confidence: 1 },
      { label: "none", confidence: 0 },
    ]);
  });

  test.each([Number.NaN, -0.1, 1.1, 55, Number.POSITIVE_INFINITY, "0.5", null, undefined])(
    "may not have a confidence of %p",
    (confidence) => {
      expect(() => write({ cat: confidence })).toThrow(
        /expects each confidence to be a number from 0 to 1; got .* for "cat"/,
      );
    },
  );

  test.each([
    [{}, /at least one class/],
    [[], /at least one class/],
    [5, /classes, as .*; got 5/],
    [null, /classes, as/],
    ["cat", /classes, as/],
    [new Map([["cat", 1]]), /classes, as .*class Map/],
    [["cat"], /each class as \{ label: string/],
    [[null], /each class as/],
    [[{ label: 5, confidence: 1 }], /each class as/],
    [
      [
        { label: "a", confidence: 0 },
        { label: "a", confidence: 1 },
      ],
      /each label once; got "a" twice/,
    ],
  ])("may not be %j", (value, message) => {
    expect(() => write(value)).toThrow(message);
  });

  test("may have 10,000 classes, which are kept whole, and no more than one yield may carry", () => {
    const classes = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`class ${at}`, at / 10_000]),
    );
    const logged = write(classes);
    expect(labelsOf(logged).slice(0, 2)).toEqual(["class 9999", "class 9998"]);
    expect(logged.confidences).toHaveLength(10_000);
    expect(labelOutput.size(logged)).toBeGreaterThan(10_000 * 32);
    expect(() => write(classes, 50_000)).toThrow(/YIELDCAST_MAX_VALUE_BYTES/);
    expect(() => write({ ["x".repeat(10_000_000)]: 1 })).toThrow(/YIELDCAST_MAX_VALUE_BYTES/);
  });

  test("may have labels of any sort, which stay as they are", () => {
    const odd = ["__proto__", "constructor", "\u202eabc", "a\u0000b", "<script>", ""];
    const list = odd.map((name, at) => ({ label: name, confidence: 1 - at / 10 }));
    expect(labelsOf(write(list))).toEqual(odd);
  });
});

describe("a label's declaration", () => {
  test.each([0, -1, 1.5, 101, Number.NaN, "5"])("may not show the top %p", (top) => {
    expect(labelOutput.faults({ top: top as number })).toEqual([
      expect.stringMatching(/^top must be a whole number from 1 to 100; got/),
    ]);
  });

  test("may leave it to the page", () => {
    expect(labelOutput.faults(label().options)).toEqual([]);
  });
});

describe("the bars of a label", () => {
  const places = (before: string[], values: { [label: string]: number }, slack: number) =>
    placeLabels(
      before,
      Object.entries(values)
        .map(([label, confidence]) => ({ label, confidence }))
        .sort((one, other) => other.confidence - one.confidence),
      slack,
    ).map(({ label }) => label);

  test("stand in the order of their lengths", () => {
    expect(places([], { a: 0.1, b: 0.7, c: 0.2 }, 0)).toEqual(["b", "c", "a"]);
  });

  test("change places only where one is longer by more than a little", () => {
    expect(places(["a", "b", "c"], { a: 0.4, b: 0.405, c: 0.1 }, 0.01)).toEqual(["a", "b", "c"]);
    expect(places(["a", "b", "c"], { a: 0.4, b: 0.42, c: 0.1 }, 0.01)).toEqual(["b", "a", "c"]);
    expect(places(["a", "b", "c"], { a: 0.4, b: 0.405, c: 0.1 }, 0)).toEqual(["b", "a", "c"]);
  });

  test("come in from below, past those that they are longer than", () => {
    expect(places(["a", "b"], { a: 0.3, b: 0.2, c: 0.5 }, 0.01)).toEqual(["c", "a", "b"]);
    expect(places(["a", "b"], { a: 0.3, b: 0.2, c: 0.1 }, 0.01)).toEqual(["a", "b", "c"]);
  });
});
