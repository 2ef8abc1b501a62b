"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { useFollow } from "../use-follow";
import { type ColumnShape, cellWords, rowsMeasured, shapeOf } from "./column-shape";
import { HeaderCell } from "./header-cell";
import type { Cell, JoinedTable, WireColumn } from "./joined-table";
import type { Sorting } from "./row-order";
import { TableTools } from "./table-tools";
import { useRowOrder } from "./use-row-order";

const rowHeight = 32;
/** Browsers give up on what is higher than about 17 million pixels; the rest is in the CSV. */
const mostShown = 500_000;

interface FilledTableProps extends ViewProps<JoinedTable, "table"> {
  value: JoinedTable;
}

/** A table that has come: of its rows only those in sight are in the page. */
export function FilledTable({ output, value, live }: FilledTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const [sorting, setSorting] = useState<Sorting>();
  const order = useRowOrder(value, sorting);
  const { count } = value.items;
  const shown = Math.min(count, mostShown);
  const shapes = useShapes(value);
  const grows = live && output.options.append === true && !sorting;
  const rows = useVirtualizer({
    count: shown,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // Rows come far more often than somebody scrolls.
    useFlushSync: false,
  });
  const { follow } = useFollow(scroller, value.origin, grows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more is what it is about.
  useLayoutEffect(() => {
    if (grows) follow();
  }, [follow, grows, count]);
  const grid = {
    gridTemplateColumns: shapes.map(({ width }) => `minmax(${width}ch, ${width}fr)`).join(" "),
  };
  const width = shapes.reduce((sum, shape) => sum + shape.width, 0);
  return (
    <Stage
      name={output.name}
      label={`${output.label} · ${rowWords(count, shown)}`}
      tools={<TableTools name={output.name} value={value} order={order} />}
      className="relative h-(--room)"
    >
      <Scroller
        ref={scroller}
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: only the rows in view are in the page, each in its own place. */}
        <div
          role="table"
          aria-label={output.label}
          aria-rowcount={count + 1}
          aria-colcount={value.columns.length}
          style={{ minWidth: `calc(${width}ch + ${2 * value.columns.length * 12}px)` }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          <div role="rowgroup" className="sticky top-0 z-10 bg-sunk">
            {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: it is not focused; its buttons are. */}
            <div
              role="row"
              aria-rowindex={1}
              className="grid h-8 border-b border-line"
              style={grid}
            >
              {value.columns.map((column, at) => (
                <HeaderCell
                  key={column.name}
                  column={column}
                  at={at}
                  sorting={sorting}
                  onSort={setSorting}
                />
              ))}
            </div>
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start }) => (
              // biome-ignore lint/a11y/useSemanticElements: as above.
              // biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with a row.
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="absolute inset-x-0 top-0 grid h-8 border-b border-line/60"
                style={{ ...grid, transform: `translateY(${start}px)` }}
              >
                {value.columns.map((column, at) => (
                  <BodyCell
                    key={column.name}
                    column={column}
                    shape={shapes[at] ?? { width: 0, decimals: 0 }}
                    cell={value.items.items[order?.[index] ?? index]?.[at] ?? null}
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
      </Scroller>
    </Stage>
  );
}

interface BodyCellProps {
  column: WireColumn;
  shape: ColumnShape;
  cell: Cell;
}

function BodyCell({ column, shape, cell }: BodyCellProps) {
  const words = cellWords(cell, column, shape);
  const whole = cell === null ? undefined : String(cell).slice(0, 1000);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the rows around it.
    <div
      role="cell"
      dir="auto"
      title={whole === words && words.length < shape.width ? undefined : whole}
      className={`truncate px-3 leading-8 ${column.type === "TEXT" ? "" : "num"} ${column.type === "NUMBER" ? "text-right" : ""}`}
    >
      {words}
    </div>
  );
}

function useShapes(value: JoinedTable): readonly ColumnShape[] {
  const measured = Math.min(value.items.count, rowsMeasured);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows behind those are not measured.
  return useMemo(() => shapeOf(value), [value.origin, measured]);
}

function rowWords(count: number, shown: number): string {
  const rows = `${count.toLocaleString("en")} row${count === 1 ? "" : "s"}`;
  return shown < count ? `${rows}, the first ${shown.toLocaleString("en")} shown` : rows;
}
