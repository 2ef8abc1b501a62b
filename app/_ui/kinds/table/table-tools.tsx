import { CopyButton } from "../../copy-button";
import { Icon } from "../../icon";
import { toolStyle } from "../../stage";
import { inSlices } from "../in-slices";
import { writeCsv } from "./csv";
import type { JoinedTable } from "./joined-table";

interface TableToolsProps {
  name: string;
  value: JoinedTable;
  order: Uint32Array | undefined;
}

/** Copies a table, or downloads it, as CSV: all of its rows, in the order in which they stand. */
export function TableTools({ name, value, order }: TableToolsProps) {
  const csv = () =>
    new Promise<string>((resolve) => void inSlices(writeCsv(value, order), resolve));
  async function download(): Promise<void> {
    // Spreadsheets take a file without this mark for one of their own code page.
    const file = new Blob(["\ufeff", await csv()], { type: "text/csv;charset=utf-8" });
    const url = URL.createObjectURL(file);
    const link = Object.assign(document.createElement("a"), { href: url, download: `${name}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  return (
    <>
      <CopyButton label="Copy as CSV" text={csv} />
      <button
        type="button"
        aria-label="Download as CSV"
        title="Download as CSV"
        className={toolStyle}
        onClick={() => void download()}
      >
        <Icon name="down" />
      </button>
    </>
  );
}
