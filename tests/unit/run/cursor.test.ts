import { expect, test } from "@jest/globals";
import { readCursor, writeCursor } from "@/lib/run/cursor";

const run = "fz_JWuos0lhUVWWTHMy7Ag";

test.each([0, 1, 35, 36, 20_000, 2 ** 40])(
  "a cursor at entry %d is read as it was written",
  (seq) => {
    expect(readCursor(run, writeCursor(run, seq))).toBe(seq);
  },
);

test("a run's cursors are its own", () => {
  expect(() => readCursor("2M8OKrLPBYRyt0vLoKfY_g", writeCursor(run, 3))).toThrow(
    /after must be the cursor/,
  );
});

test.each([
  "",
  "3",
  ".3",
  "fz_JWu",
  "fz_JWu.",
  "fz_JWu.-1",
  "fz_JWu.03",
  "fz_JWu.3 ",
  "fz_JWu.ZZ",
  "fz_JWu.zzzzzzzzzzzzzzz",
])("%j is none", (cursor) => {
  expect(() => readCursor(run, cursor)).toThrow(/after must be the cursor of an event of this run/);
});
