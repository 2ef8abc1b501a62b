import { expect, test } from "@jest/globals";
import { inputWords } from "@/app/_ui/input-words";

test.each([
  [true, "Yes"],
  [false, "No"],
  [100_000, "100,000"],
  [0.125, "0.125"],
  ["sunrise", "sunrise"],
  ["", "–"],
  [undefined, "–"],
  [null, "–"],
  [[], "–"],
  [["red", "blue"], "red, blue"],
  [{ a: 1 }, '{"a":1}'],
  [{ mimeType: 1, size: "x" }, '{"mimeType":1,"size":"x"}'],
  [{ name: "a.wav", size: 1_500_000, mimeType: "audio/wav" }, "a.wav (1.5 MB, audio/wav)"],
])("%j is read as %s", (value, words) => {
  expect(inputWords(value)).toBe(words);
});
