import { preview } from "../preview";
import { YieldError } from "../yield-error";
import type { CellType, Column } from "./index";

/** A column whose label and type are settled. */
export interface KnownColumn {
  readonly name: string;
  readonly label: string;
  readonly type: CellType;
}

/** A column as it was declared; its type may be still to be found. */
export interface DeclaredColumn {
  readonly name: string;
  readonly label: string;
  readonly type: CellType | undefined;
}

export const mostColumns = 256;
const cellTypes: readonly unknown[] = ["text", "number", "boolean", "date"];
/** So many rows say what the columns of all are. */
const rowsToInfer = 100;

/** What is wrong with declared columns, each as a sentence. */
export function columnFaults(columns: unknown): string[] {
  if (columns === undefined) return [];
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > mostColumns) {
    return [`columns must be a list of 1 to ${mostColumns} columns; got ${preview(columns)}`];
  }
  const faults: string[] = [];
  const names = new Set<string>();
  for (const column of columns as readonly unknown[]) {
    const { name, label, type } = (
      typeof column === "string" ? { name: column } : (column ?? {})
    ) as {
      [part: string]: unknown;
    };
    if (typeof name !== "string" || name === "") {
      faults.push(`each of columns must be a name or have one; got ${preview(column)}`);
      continue;
    }
    if (names.has(name)) faults.push(`columns has two named ${preview(name)}`);
    names.add(name);
    if (label !== undefined && typeof label !== "string") {
      faults.push(`the label of the column ${preview(name)} must be a text; got ${preview(label)}`);
    }
    if (type !== undefined && !cellTypes.includes(type)) {
      faults.push(
        `the type of the column ${preview(name)} must be one of ${cellTypes.join(", ")}; got ${preview(type)}`,
      );
    }
  }
  return faults;
}

export function declaredColumns(
  columns: readonly (string | Column)[] | undefined,
): readonly DeclaredColumn[] | undefined {
  return columns?.map((column) => {
    const { name, label, type }: Column = typeof column === "string" ? { name: column } : column;
    return { name, label: label ?? name, type };
  });
}

/** The columns of some rows: those that are declared, or those that the first of them have. */
export function columnsOf(
  rows: readonly unknown[],
  declared: readonly DeclaredColumn[] | undefined,
): readonly KnownColumn[] {
  const first = rows.slice(0, rowsToInfer);
  const found = declared ?? namesIn(first).map((name) => ({ name, label: name, type: undefined }));
  if (found.length > mostColumns) {
    throw new YieldError(`at most ${mostColumns} columns`, `${found.length}`);
  }
  return found.map(({ name, label, type }, at) => ({
    name,
    label,
    type: type ?? typeOf(first.map((row) => cellIn(row, name, at))),
  }));
}

/** A row's cell, by the column's name or, in a list, by its place. */
export function cellIn(row: unknown, name: string, at: number): unknown {
  if (Array.isArray(row)) return row[at];
  return typeof row === "object" && row !== null && Object.hasOwn(row, name)
    ? (row as { [name: string]: unknown })[name]
    : undefined;
}

function namesIn(rows: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const row of rows) {
    // Lists have no names: their columns are counted from 1.
    if (Array.isArray(row)) row.forEach((_, at) => void names.add(String(at + 1)));
    else if (typeof row === "object" && row !== null) {
      for (const name of Object.keys(row)) names.add(name);
    }
  }
  return [...names];
}

function typeOf(cells: readonly unknown[]): CellType {
  const types = new Set<CellType>();
  for (const cell of cells) {
    if (cell === undefined || cell === null) continue;
    if (cell instanceof Date) types.add("date");
    else if (typeof cell === "number" || typeof cell === "boolean")
      types.add(typeof cell as "number");
    else types.add("text");
  }
  const [only = "text", ...others] = types;
  return others.length === 0 ? only : "text";
}
