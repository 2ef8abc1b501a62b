import { type GrownList, itemsOf } from "../lib/kinds/grown-list";
import type { Json } from "../lib/kinds/json";
import { spend } from "./answer-budget";
import type { Types } from "./kinds/kind";

/** Rows that grow, as an event carries them: what is new, and the whole. */
export interface RowsOnWire {
  readonly rows: GrownList<Json>;
  readonly reset: boolean;
  readonly whole: GrownList<Json>;
  /** In bytes, for the answer's budget. */
  readonly wholeSize: number;
}

/**
 * The fields of an output whose rows grow: `rows delta reset count`. A client keeps
 * `reset ? delta : [...rows, ...delta]`.
 *
 * @param description of all rows
 */
export function rowFields<Shape extends RowsOnWire>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>,
  description: string,
) {
  return {
    rows: t.field({
      type: "JSON",
      description,
      resolve({ whole, wholeSize }, _given, context, info) {
        spend(wholeSize, context, info);
        return itemsOf(whole);
      },
    }),
    delta: t.field({
      type: "JSON",
      description: "The rows that are new.",
      resolve: ({ rows }) => itemsOf(rows),
    }),
    reset: t.boolean({
      description: "Whether `delta` stands for the rows so far, rather than behind them.",
      resolve: ({ reset }) => reset,
    }),
    count: t.int({ description: "How many rows there are.", resolve: ({ whole }) => whole.count }),
  };
}
