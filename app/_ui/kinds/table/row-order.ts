import type { Cell, Row, WireColumn } from "./joined-table";

/** By which column a table is sorted. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

type Compare = (one: number, other: number) => number;

/** So many comparisons go by between two pauses. */
const comparisonsAtOnce = 2000;
const collator = new Intl.Collator("en", { numeric: true });

/**
 * Compares two rows by their numbers. Empty cells come last either way, and equal ones keep the order
 * of their rows.
 */
export function compareRows(
  rows: readonly Row[],
  type: WireColumn["type"],
  { column, descending }: Sorting,
): Compare {
  const sign = descending ? -1 : 1;
  const compare = type === "NUMBER" || type === "BOOLEAN" ? byNumber : byText;
  return (one, other) => {
    const [first, second] = [rows[one]?.[column] ?? null, rows[other]?.[column] ?? null];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || one - other;
    }
    return sign * compare(first, second) || one - other;
  };
}

function byNumber(one: Cell, other: Cell): number {
  return Number(one) - Number(other);
}

function byText(one: Cell, other: Cell): number {
  return collator.compare(String(one), String(other));
}

/**
 * Puts the numbers of more rows into an order, in steps between which the page can do something else:
 * 100,000 rows take longer than a frame. What is in order already is not sorted again.
 *
 * @param order of the rows `0` to `order.length`
 * @param count how many rows there are by now
 */
export function* orderRows(
  order: Uint32Array,
  count: number,
  compare: Compare,
): Generator<undefined, Uint32Array> {
  const fresh = yield* sortRange(order.length, count, compare);
  const merged = new Uint32Array(count);
  let [from, to] = [0, 0];
  for (const [at, row] of fresh.entries()) {
    const place = placeIn(order, from, row, compare);
    merged.set(order.subarray(from, place), to);
    to += place - from;
    merged[to++] = row;
    from = place;
    if (at % 100 === 99) yield;
  }
  merged.set(order.subarray(from), to);
  return merged;
}

/** A merge sort from the bottom up, which can pause anywhere. */
function* sortRange(
  start: number,
  end: number,
  compare: Compare,
): Generator<undefined, Uint32Array> {
  let sorted = Uint32Array.from({ length: end - start }, (_, at) => start + at);
  let spare = new Uint32Array(sorted.length);
  let compared = 0;
  for (let width = 1; width < sorted.length; width *= 2) {
    for (let low = 0; low < sorted.length; low += 2 * width) {
      const middle = Math.min(low + width, sorted.length);
      const high = Math.min(low + 2 * width, sorted.length);
      let [left, right] = [low, middle];
      for (let to = low; to < high; to++) {
        const [one = 0, other = 0] = [sorted[left], sorted[right]];
        const takesLeft = right >= high || (left < middle && compare(one, other) <= 0);
        spare[to] = takesLeft ? one : other;
        if (takesLeft) left++;
        else right++;
        if (++compared % comparisonsAtOnce === 0) yield;
      }
    }
    [sorted, spare] = [spare, sorted];
  }
  return sorted;
}

/** Where a row belongs in an order, which it follows from `low` on. */
function placeIn(order: Uint32Array, low: number, row: number, compare: Compare): number {
  let [from, to] = [low, order.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compare(order[middle] ?? 0, row) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
