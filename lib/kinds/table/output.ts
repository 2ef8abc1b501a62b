import { beginsWith, cutList, type GrownList, grow, listOf } from "../grown-list";
import type { OutputKind } from "../kind";
import { preview } from "../preview";
import { YieldError } from "../yield-error";
import { cellIn, columnFaults, columnsOf, declaredColumns, type KnownColumn } from "./columns";
import type { TableOptions } from "./index";

/** A cell as the log and the wire have it; a date is written as ISO 8601 has it. */
export type LoggedCell = string | number | boolean | null;
/** A row: its cells in the order of the columns. */
export type LoggedRow = readonly LoggedCell[];

/** What the log keeps of a table: `reset ? rows : [...before, ...rows]` are its rows from then on. */
export interface LoggedTable {
  readonly kind: "table";
  readonly columns: readonly KnownColumn[];
  readonly rows: GrownList<LoggedRow>;
  readonly reset: boolean;
  readonly size: number;
}

const none: GrownList<LoggedRow> = listOf([]);

export const tableOutput: OutputKind<TableOptions, LoggedTable> = {
  faults: ({ columns }) => columnFaults(columns),
  writer({ columns: given, append = false }, { maxValueBytes }) {
    const declared = declaredColumns(given);
    let columns: readonly KnownColumn[] | undefined;
    let sent = none;
    let begun = false;
    return {
      write(value) {
        const rows = rowsOf(value);
        // Rows that are added have the columns of those before them.
        const settled = append && begun && columns ? columns : columnsOf(rows, declared);
        const isSame = columns !== undefined && sameColumns(columns, settled);
        const known = isSame && columns ? columns : settled;
        const read = readRows(rows, known, maxValueBytes);
        columns = known;
        begun ||= rows.length > 0;
        if (append) return logged(known, read, !isSame);
        const grows = isSame && beginsWith(read, sent, sameRow);
        const fresh = grows ? read.slice(sent.count) : read;
        sent = listOf(read);
        return logged(known, fresh, !grows);
      },
    };
  },
  merge(older, newer) {
    if (newer.reset) return newer;
    const { columns } = newer;
    const rows = grow(older.rows, newer.rows);
    return { kind: "table", columns, rows, reset: older.reset, size: older.size + newer.size };
  },
  size: (logged) => logged.size,
  pieces({ columns, rows }, size) {
    return cutList(rows, size, weightOf).map(({ items }, at) => logged(columns, items, at === 0));
  },
};

function logged(
  columns: readonly KnownColumn[],
  rows: readonly LoggedRow[],
  reset: boolean,
): LoggedTable {
  const size = rows.reduce((sum, row) => sum + weightOf(row), 96);
  return { kind: "table", columns, rows: listOf(rows), reset, size };
}

function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const { rows } = value as { rows?: unknown };
    // A cell is never a list, so a row's own column of this name is told apart.
    return Array.isArray(rows) ? rows : [value];
  }
  throw new YieldError("rows: [{ column: cell }], [[cell, cell]] or { rows }", { value });
}

function readRows(
  rows: readonly unknown[],
  columns: readonly KnownColumn[],
  maxValueBytes: number,
): LoggedRow[] {
  const names = new Set(columns.map(({ name }) => name));
  let characters = 0;
  return rows.map((row, at) => {
    checkRow(row, at, names);
    const cells = columns.map((column, place) => readCell(cellIn(row, column.name, place), column));
    for (const cell of cells) characters += typeof cell === "string" ? cell.length + 3 : 8;
    if (characters > maxValueBytes) {
      throw new YieldError(
        `at most ${maxValueBytes.toLocaleString("en")} characters of cells in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
        `more in ${rows.length.toLocaleString("en")} rows`,
      );
    }
    return cells;
  });
}

function checkRow(row: unknown, at: number, names: ReadonlySet<string>): void {
  if (Array.isArray(row)) {
    if (row.length <= names.size) return;
    throw new YieldError(`rows of ${names.size} cells`, `${row.length} in the row at ${at}`);
  }
  if (typeof row !== "object" || row === null || row instanceof Date) {
    throw new YieldError("each row to be an object or a list of cells", `${preview(row)} at ${at}`);
  }
  for (const name of Object.keys(row)) {
    if (names.has(name)) continue;
    const known = [...names].slice(0, 20).join(", ");
    throw new YieldError(`rows of the columns ${known}`, `one named ${preview(name)}`);
  }
}

const expected = {
  text: "a text, a number or a boolean",
  number: "a finite number or null",
  boolean: "true, false or null",
  date: "a Date or a date such as 2026-11-21T08:00:00Z",
};
const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

function readCell(cell: unknown, { name, type }: KnownColumn): LoggedCell {
  if (cell === undefined || cell === null) return null;
  if (type === "date") {
    const time = cell instanceof Date ? cell.getTime() : Number.NaN;
    if (!Number.isNaN(time)) return (cell as Date).toISOString();
    if (typeof cell === "string" && isoDate.test(cell) && !Number.isNaN(Date.parse(cell)))
      return cell;
  } else if (typeof cell === "number") {
    if (type !== "boolean" && Number.isFinite(cell)) return cell;
  } else if (typeof cell === "boolean") {
    if (type !== "number") return cell;
  } else if (type === "text") {
    if (typeof cell === "string") return cell;
    if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString();
  }
  const column = `in the column ${preview(name)}`;
  throw new YieldError(`${expected[type]} ${column}`, { value: cell });
}

function sameColumns(one: readonly KnownColumn[], other: readonly KnownColumn[]): boolean {
  if (one.length !== other.length) return false;
  return one.every(({ name, type }, at) => name === other[at]?.name && type === other[at]?.type);
}

function sameRow(one: LoggedRow, other: LoggedRow): boolean {
  return one.length === other.length && one.every((cell, at) => cell === other[at]);
}

/** About how many bytes a row holds in memory. */
function weightOf(row: LoggedRow): number {
  let weight = 40;
  for (const cell of row) weight += typeof cell === "string" ? 24 + 2 * cell.length : 12;
  return weight;
}
