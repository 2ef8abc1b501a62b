import { type Declaration, declare, type Output, type OutputOptions } from "../kind";

/** What the cells of a column are. */
export type CellType = "text" | "number" | "boolean" | "date";

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** What stands above it. Default: its name. */
  readonly label?: string;
  /** Default: what the cells of the first rows are. */
  readonly type?: CellType;
}

/** What a cell may be, whatever its column; `null` and `undefined` leave it empty. */
export type Cell = string | number | boolean | Date | null | undefined;

interface CellOfType {
  text: string | number | boolean;
  number: number;
  boolean: boolean;
  /** A string is a date as `2026-11-21`, or an instant as `2026-11-21T08:00:00Z`. */
  date: Date | string;
}
type CellOf<Of> = Of extends { readonly type: infer Type extends CellType }
  ? CellOfType[Type] | null | undefined
  : Cell;
type NameOf<Of> = Of extends string ? Of : Of extends Column ? Of["name"] : never;
type Columns = readonly (string | Column)[];

/**
 * A row of declared columns: its cells by their names, or in their order. Which cell of a list is of
 * which type the compiler cannot tell, as a generator's lists are no tuples to it; the run can.
 */
export type RowOf<Of extends Columns> =
  | { readonly [Each in Of[number] as NameOf<Each>]?: CellOf<Each> }
  | readonly CellOf<Of[number]>[];

/** A row of columns that are not declared. */
export type AnyRow = { readonly [column: string]: Cell } | readonly Cell[];

/** What a `table()` output takes: rows, or one row by the names of its columns. */
export type TableValue<Row = AnyRow> =
  | readonly Row[]
  | { readonly rows: readonly Row[] }
  | Exclude<Row, readonly unknown[]>;

/** Options of a table. */
export interface TableOptions<Of extends Columns = Columns> extends OutputOptions {
  /** Default: as the first rows have them. */
  columns?: Of;
  /** `true`: each yield's rows are put behind those so far. Default: they replace them. */
  append?: boolean;
}

export type TableOutput<Row = AnyRow> = Output<TableValue<Row>> &
  Declaration<"table", TableOptions>;

/**
 * A table. Each yield replaces its rows, or with `append` adds some. Rows are objects or lists of
 * cells; where columns are declared, their types are checked by the compiler too.
 *
 * @example
 * output: table({ columns: [{ name: "epoch", type: "number" }, "note"], append: true }),
 * // yield { epoch: 1, note: "begun" };
 */
export function table<const Of extends Columns>(
  options: TableOptions<Of> & { columns: Of },
): TableOutput<RowOf<Of>>;
export function table(options?: TableOptions & { columns?: undefined }): TableOutput;
export function table(options: TableOptions = {}): Declaration {
  return declare("table", options);
}
