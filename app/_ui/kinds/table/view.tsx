"use client";

import { lazy, Suspense, useEffect } from "react";
import { tableDrawing } from "../../drawings/table";
import { EmptyStage } from "../../empty-stage";
import { afterFirstIdle } from "../../first-idle";
import { patiently } from "../../patiently";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { useNeeded } from "../media/use-needed";
import type { JoinedTable } from "./joined-table";

const load = () => afterFirstIdle(() => import("./filled-table"));
const FilledTable = lazy(async () => ({ default: (await patiently(load)).FilledTable }));

export function TableView(props: ViewProps<JoinedTable, "table">) {
  const { output, value, live } = props;
  // What keeps a table short is 13 kB, which an embed that nobody touches need not have.
  const needed = useNeeded(live || value !== undefined);
  useEffect(() => {
    if (needed) void load();
  }, [needed]);
  const empty = (
    <Stage
      name={output.name}
      label={output.label}
      empty={<EmptyStage drawing={tableDrawing} live={live} />}
      className="relative h-(--room)"
    >
      {null}
    </Stage>
  );
  if (!value) return empty;
  return (
    <Suspense fallback={empty}>
      <FilledTable {...props} value={value} />
    </Suspense>
  );
}
