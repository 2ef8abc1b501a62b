import { useLayoutEffect, useState } from "react";
import { inSlices } from "../in-slices";
import type { JoinedTable } from "./joined-table";
import { compareRows, orderRows, type Sorting } from "./row-order";

interface Ordered {
  readonly origin: object;
  readonly sorting: Sorting;
  readonly order: Uint32Array;
}

/**
 * The order in which a table's rows stand; `undefined` where that is their own. While rows are being
 * sorted, the order of before stands, so that the table grows on below.
 */
export function useRowOrder(
  value: JoinedTable,
  sorting: Sorting | undefined,
): Uint32Array | undefined {
  const [ordered, setOrdered] = useState<Ordered>();
  useLayoutEffect(() => {
    if (!sorting) return setOrdered(undefined);
    const { origin, items, columns } = value;
    const goesOn = ordered?.origin === origin && ordered.sorting === sorting;
    const known = goesOn ? ordered.order : new Uint32Array();
    if (goesOn && known.length === items.count) return;
    // Who looks back sees fewer rows, in the same order.
    const kept = known.length > items.count ? known.filter((row) => row < items.count) : known;
    const type = columns[sorting.column]?.type ?? "TEXT";
    const compare = compareRows(items.items, type, sorting);
    return inSlices(orderRows(kept, items.count, compare), (order) =>
      setOrdered({ origin, sorting, order }),
    );
  }, [value, sorting, ordered]);
  return sorting && ordered && ordered.origin === value.origin ? ordered.order : undefined;
}
