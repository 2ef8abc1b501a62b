import type { Cell, JoinedTable, WireColumn } from "./joined-table";

/** How a column is drawn. */
export interface ColumnShape {
  /** In widths of a digit. */
  readonly width: number;
  /** Of its numbers, so that their points stand below one another. */
  readonly decimals: number;
}

/** So many rows say how wide a column is: it must not change with each row that comes. */
export const rowsMeasured = 100;
const [narrowest, widest] = [6, 36];
const mostDecimals = 4;
const longestShown = 300;

export function shapeOf({ columns, items }: JoinedTable): ColumnShape[] {
  const rows = items.items.slice(0, Math.min(items.count, rowsMeasured));
  return columns.map((column, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    const decimals = column.type === "NUMBER" ? Math.max(0, ...cells.map(decimalsOf)) : 0;
    const shape = { width: 0, decimals };
    const lengths = cells.map((cell) => cellWords(cell, column, shape).length);
    // Its own label has the sign of sorting behind it.
    const width = Math.max(narrowest, column.label.length + 3, ...lengths) + 1;
    return { width: Math.min(width, widest), decimals };
  });
}

/** What is written in a cell; its title has all of it. */
export function cellWords(cell: Cell, { type }: WireColumn, { decimals }: ColumnShape): string {
  if (cell === null) return "";
  if (typeof cell === "number") return numberWords(cell, decimals);
  if (typeof cell === "boolean") return String(cell);
  if (type === "DATE" && cell.includes("T")) {
    return new Date(cell)
      .toISOString()
      .replace("T", " ")
      .replace(/(\.000)?Z$/, "");
  }
  return cell.length > longestShown ? `${cell.slice(0, longestShown)}…` : cell;
}

function numberWords(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) return value.toExponential(2);
  return value.toFixed(decimals);
}

/** How many decimals a number needs, of six digits that count. */
function decimalsOf(cell: Cell): number {
  if (typeof cell !== "number" || Number.isInteger(cell)) return 0;
  const [, decimals = ""] = String(Number(cell.toPrecision(6))).split(".");
  return Math.min(mostDecimals, decimals.length);
}
