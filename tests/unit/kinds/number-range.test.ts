import { describe, expect, test } from "@jest/globals";
import { slider } from "yieldcast";
import {
  allowedNumber,
  isIntRange,
  isNumberOf,
  type NumberRange,
  rangeFaults,
} from "@/lib/kinds/number-range";

test.each<[NumberRange, boolean]>([
  [{ min: 1, max: 10, step: 1 }, true],
  [{ min: 0, max: 1, step: 0.1 }, false],
  [{ min: 0.5, max: 10, step: 1 }, false],
  [{ min: 1, max: 10 }, false],
  [{ integer: true }, true],
  [{ min: 0, max: 2 ** 31, step: 1 }, false],
  [{}, false],
])("%j holds 32-bit integers only: %p", (range, expected) => {
  expect(isIntRange(range)).toBe(expected);
});

test.each<[NumberRange, string]>([
  [{ min: 1, max: 10, step: 1 }, "a whole number from 1 to 10"],
  [{ min: 0, max: 1, step: 0.1 }, "a finite number from 0 to 1 in steps of 0.1"],
  [{ min: 0 }, "a finite number of at least 0"],
  [{ max: 5, integer: true }, "a whole number of at most 5"],
  [{}, "a finite number"],
])("%j is %s", (range, words) => {
  expect(allowedNumber(range)).toBe(words);
});

describe("steps", () => {
  test("are counted from min", () => {
    const range = { min: 1, max: 10, step: 3 };
    expect([1, 4, 7, 10].every((value) => isNumberOf(value, range))).toBe(true);
    expect([3, 6, 9].some((value) => isNumberOf(value, range))).toBe(false);
  });

  test("of a slider are 1 between whole ends, else a hundredth of its span", () => {
    expect(slider({ min: 1, max: 10 }).options.step).toBe(1);
    expect(slider({ min: 0, max: 1 }).options.step).toBe(0.01);
    expect(slider({ min: 0.5, max: 2.5 }).options.step).toBe(0.02);
  });

  test("without an exact binary form hold over the whole range", () => {
    for (const step of [0.1, 0.01, 0.3, 1e-5]) {
      for (let at = 0; at <= 1000; at++) {
        expect(isNumberOf(at * step, { min: 0, max: 1001 * step, step })).toBe(true);
      }
    }
  });
});

test("all that is wrong with a range is told", () => {
  expect(rangeFaults({ min: 2, max: 1, step: -1 })).toHaveLength(2);
  expect(rangeFaults({ min: Number.NaN, max: Number.POSITIVE_INFINITY })).toEqual([
    "min must be a finite number; got NaN",
    "max must be a finite number; got Infinity",
    expect.stringContaining("min must be below max"),
  ]);
  expect(rangeFaults({ min: 0.5, integer: true })).toEqual([
    "min must be a whole number of 32 bits, as integer is set; got 0.5",
  ]);
});
