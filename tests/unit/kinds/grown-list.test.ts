import { describe, expect, test } from "@jest/globals";
import { beginsWith, cutList, type GrownList, grow, itemsOf, listOf } from "@/lib/kinds/grown-list";

const join = (...lists: GrownList<number>[]) => lists.reduce((one, other) => grow(one, other));

describe("a list that grows", () => {
  test("has the items of both, in any grouping, and leaves both as they were", () => {
    const [a, b, c] = [listOf([1]), listOf([2, 3]), listOf([4])];
    expect(itemsOf(grow(grow(a, b), c))).toEqual([1, 2, 3, 4]);
    expect(itemsOf(grow(a, grow(b, c)))).toEqual([1, 2, 3, 4]);
    expect([a.items, b.items, c.items]).toEqual([[1], [2, 3], [4]]);
  });

  test("can be gone on with from any of its states, each of which stays what it was", () => {
    const base = join(listOf([1]), listOf([2]));
    const [one, other] = [grow(base, listOf([3])), grow(base, listOf([9, 9]))];
    expect([base, one, other].map(itemsOf)).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 9, 9],
    ]);
    expect(itemsOf(grow(one, listOf([4])))).toEqual([1, 2, 3, 4]);
  });

  test("is not copied for each item: 100,000 come to be one array", () => {
    let list = join(listOf([0]), listOf([1]));
    const { items } = list;
    for (let at = 2; at < 100_000; at++) list = grow(list, listOf([at]));
    expect(list.items).toBe(items);
    expect(list.count).toBe(100_000);
  });

  test("comes in pieces that make it up, at least one", () => {
    const list = listOf([5, 5, 5, 20, 1]);
    const pieces = cutList(list, 10, (item) => item).map(itemsOf);
    expect(pieces).toEqual([[5, 5], [5], [20], [1]]);
    expect(cutList(listOf([]), 10, () => 1)).toEqual([{ items: [], count: 0 }]);
  });

  test("says whether another begins with it", () => {
    const same = (one: number, other: number) => one === other;
    expect(beginsWith([1, 2, 3], listOf([1, 2]), same)).toBe(true);
    expect(beginsWith([1], listOf([1, 2]), same)).toBe(false);
    expect(beginsWith([1, 9, 3], listOf([1, 2]), same)).toBe(false);
  });
});
