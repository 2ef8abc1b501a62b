import { expect, test } from "@jest/globals";
import { drawSeed } from "@/lib/kinds/draw-seed";
import { isNumberOf } from "@/lib/kinds/number-range";

const almostOne = 1 - Number.EPSILON;

test.each([
  [{ integer: true, min: 0, max: 9 }],
  [{ integer: true, min: -5, max: -3 }],
  [{ integer: true, min: 10, max: 30, step: 10 }],
  [{ integer: true, max: 1 }],
  [{ integer: true, max: -3, step: 2 }],
  [{ integer: true, min: 2 ** 31 - 2 }],
  [{ integer: true }],
  [{ integer: true, step: 7 }],
])("of %j every draw is a number of it, and another one", (range) => {
  for (const chance of [0, 0.25, 0.5, 0.75, almostOne]) {
    const first = drawSeed(range, undefined, () => chance);
    expect(isNumberOf(first, range)).toBe(true);
    for (const again of [0, 0.5, almostOne]) {
      const next = drawSeed(range, first, () => again);
      expect(isNumberOf(next, range)).toBe(true);
      expect(next).not.toBe(first);
    }
  }
});

test("every seed of a range can be drawn, each once for a number of the range", () => {
  const range = { integer: true, min: 1, max: 5 };
  const draws = [0, 1, 2, 3].map((part) => drawSeed(range, 3, () => part / 4));
  expect(draws).toEqual([1, 2, 4, 5]);
});

test("what was before and is no number of the range keeps none out", () => {
  const range = { integer: true, min: 1, max: 2 };
  for (const before of [undefined, "1", 9, Number.NaN]) {
    expect([0, 0.5].map((part) => drawSeed(range, before, () => part))).toEqual([1, 2]);
  }
});
