"use client";

import { useEffect, useMemo, useState } from "react";
import type { OutputRow } from "@/lib/client/compare/align-outputs";
import { createFrame } from "@/lib/client/frame";
import { isOver } from "@/lib/client/run-snapshot";
import type { PlotSpec } from "@/lib/kinds/plot";
import type { JoinedPlot } from "../kinds/plot/joined-plot";
import type { PlotAdjustment } from "../kinds/plot/plot-adjustment";
import type { Column } from "./compared-run";
import { type PlotDomains, sharedDomains, withDomains } from "./shared-domains";

/**
 * By row: what gives the plots of one demo in it the same scales. Those of a run that goes on are looked
 * at when it has twice as many rows, as each other scale is another drawing.
 */
export function usePlotAdjustments(
  columns: readonly Column[],
  rows: readonly OutputRow[],
): readonly (PlotAdjustment | undefined)[] {
  const [written, setWritten] = useState("[]");
  useEffect(() => {
    let stage = "";
    const look = () => {
      const plots = rows.map((row) => plotsOf(row, columns));
      const next = JSON.stringify(plots.map((each) => each.map(stageOf)));
      if (next === stage) return;
      stage = next;
      setWritten(JSON.stringify(plots.map((each) => sharedDomains(each.map(({ plot }) => plot)))));
    };
    const frame = createFrame(look);
    const leave = columns.map(({ store }) => store.subscribe(frame.request));
    look();
    return () => {
      frame.cancel();
      for (const each of leave) each();
    };
  }, [columns, rows]);
  return useMemo(() => {
    const domains: readonly PlotDomains[] = JSON.parse(written);
    return domains.map((each) => (Object.keys(each).length > 0 ? adjustTo(each) : undefined));
  }, [written]);
}

interface RowPlot {
  readonly plot: JoinedPlot;
  readonly over: boolean;
}

/** The plots of a row, where all are of one demo. */
function plotsOf(row: OutputRow, columns: readonly Column[]): readonly RowPlot[] {
  const names = new Set<string>();
  const plots = row.flatMap((output, place): RowPlot[] => {
    const column = columns[place];
    if (output?.kind !== "plot" || !column) return [];
    names.add(column.demo.name);
    const { outputs, phase } = column.store.getSnapshot();
    const plot = outputs[output.name] as JoinedPlot | undefined;
    return plot ? [{ plot, over: isOver(phase) }] : [];
  });
  return names.size === 1 ? plots : [];
}

function stageOf({ plot: { items, spec }, over }: RowPlot): unknown {
  return [over ? items.count : Math.floor(Math.log2(items.count + 1)), spec !== undefined];
}

function adjustTo(domains: PlotDomains): PlotAdjustment {
  const made = new WeakMap<PlotSpec, PlotSpec>();
  return (spec) => {
    const adjusted = made.get(spec) ?? withDomains(spec, domains);
    made.set(spec, adjusted);
    return adjusted;
  };
}
