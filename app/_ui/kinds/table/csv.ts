import type { Cell, JoinedTable, Row } from "./joined-table";

/**
 * A text that begins so is a formula to a spreadsheet, which might send what is in it to somebody.
 * A quote in front makes it a text: https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const needsQuotes = /[",\r\n\t]|^\s|\s$/;
const rowsAtOnce = 500;

/**
 * A table as CSV (https://www.rfc-editor.org/rfc/rfc4180), in steps. Texts are defused; numbers are
 * numbers, also those below 0.
 *
 * @param order the numbers of the rows as they stand on the page
 */
export function* writeCsv(
  { columns, items }: Pick<JoinedTable, "columns" | "items">,
  order: Uint32Array | undefined,
): Generator<undefined, string> {
  const parts = [line(columns.map(({ label }) => label))];
  for (let at = 0; at < items.count; at++) {
    const row: Row = items.items[order?.[at] ?? at] ?? [];
    parts.push(line(row));
    if (at % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return parts.join("");
}

function line(cells: Row): string {
  return `${cells.map(writeCell).join(",")}\r\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}
