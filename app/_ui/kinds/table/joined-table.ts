import { type ItemsOnWire, type JoinedItems, joinItems } from "../joined-items";

export type Cell = string | number | boolean | null;
/** A row: its cells in the order of the columns. */
export type Row = readonly Cell[];

export interface WireColumn {
  readonly name: string;
  readonly label: string;
  readonly type: "TEXT" | "NUMBER" | "BOOLEAN" | "DATE";
}

/** A table of an output's kind on the wire. */
export interface TableOnWire extends ItemsOnWire<Row> {
  readonly columns: readonly WireColumn[];
}

/** A table as it grows. */
export interface JoinedTable extends JoinedItems<Row> {
  /** The same list for as long as rows are only put behind. */
  readonly columns: readonly WireColumn[];
}

export function joinTable(previous: JoinedTable | undefined, wire: TableOnWire): JoinedTable {
  const joined = joinItems(previous, wire);
  const grows = previous?.origin === joined.origin;
  return { ...joined, columns: grows ? previous.columns : wire.columns };
}
