import { expect, test } from "@jest/globals";
import { createGapCount } from "@/lib/client/players/gap-count";

test("a player that stands still and goes on had a gap; before its first frame it only begins", () => {
  const gaps = createGapCount();
  gaps.waiting();
  gaps.playing();
  expect(gaps.count).toBe(0);
  gaps.waiting();
  gaps.waiting();
  gaps.playing();
  gaps.playing();
  expect(gaps.count).toBe(1);
});

test("what is sought is not late, and another film begins with none", () => {
  const gaps = createGapCount();
  gaps.playing();
  gaps.waiting();
  gaps.expected();
  gaps.waiting();
  gaps.playing();
  expect(gaps.count).toBe(0);
  gaps.waiting();
  gaps.playing();
  expect(gaps.count).toBe(1);
  gaps.reset();
  expect(gaps.count).toBe(0);
});
