import type { WireColumn } from "./joined-table";
import type { Sorting } from "./row-order";

interface HeaderCellProps {
  column: WireColumn;
  at: number;
  sorting: Sorting | undefined;
  onSort(sorting: Sorting | undefined): void;
}

/** A column's name: pressed it sorts upwards, then downwards, then no more. */
export function HeaderCell({ column, at, sorting, onSort }: HeaderCellProps) {
  const sorted = sorting?.column === at ? sorting : undefined;
  const direction = sorted && (sorted.descending ? "descending" : "ascending");
  function press(): void {
    if (!sorted) onSort({ column: at, descending: false });
    else onSort(sorted.descending ? undefined : { column: at, descending: true });
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the rows of the table.
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it is focused.
    <div role="columnheader" aria-sort={direction ?? "none"} className="min-w-0">
      <button
        type="button"
        title={column.label.slice(0, 1000)}
        onClick={press}
        className={`flex size-full items-center gap-1 px-3 text-fine text-muted transition-colors hover:text-text focus-visible:-outline-offset-2 ${column.type === "NUMBER" ? "flex-row-reverse" : ""}`}
      >
        <bdi className="truncate">{column.label}</bdi>
        <svg
          aria-hidden="true"
          width="8"
          height="8"
          viewBox="0 0 8 8"
          className={`shrink-0 ${sorted ? "text-text" : "opacity-0"} ${sorted?.descending ? "rotate-180" : ""}`}
        >
          <path d="M4 1.5 7 6H1z" fill="currentColor" />
        </svg>
      </button>
    </div>
  );
}
