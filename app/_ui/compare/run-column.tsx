"use client";

import { useId, useMemo } from "react";
import type { OutputRow } from "@/lib/client/compare/align-outputs";
import { comparedAddress } from "@/lib/client/compare/compared-runs";
import type { Standing } from "@/lib/client/compare/differing-inputs";
import { isOver } from "@/lib/client/run-snapshot";
import type { Timeline } from "@/lib/client/timeline/timeline";
import type { OutputDescription } from "@/lib/demo/describe";
import { Failure } from "../failure";
import { Icon } from "../icon";
import { type PlotAdjustment, PlotAdjustmentContext } from "../kinds/plot/plot-adjustment";
import { Notices } from "../notices";
import { OutputView } from "../output-view";
import { ProgressLine } from "../progress-line";
import { RunStatus } from "../run-status";
import { toolStyle } from "../stage";
import { yieldWords } from "../timeline/timeline-words";
import { ComparedInputs } from "./compared-inputs";
import type { Column } from "./compared-run";
import { RunAge } from "./run-age";
import { useSnapshot } from "./use-columns";
import { useShown } from "./use-shared-timeline";

interface RunColumnProps {
  columns: readonly Column[];
  column: Column;
  place: number;
  rows: readonly OutputRow[];
  /** The rows that are shown elsewhere. */
  wipes: readonly number[];
  /** How many rows there are for inputs. */
  depth: number;
  standing: { readonly [input: string]: Standing };
  /** Whether it has to be said of which demo the run is. */
  titled: boolean;
  timeline: Timeline | undefined;
  /** By row. */
  adjustments: readonly (PlotAdjustment | undefined)[];
}

/** One of the runs: which it is and how it stands, what it was given, what it yields. */
export function RunColumn(props: RunColumnProps) {
  const { columns, column, place, rows, wipes, depth, standing, titled, timeline } = props;
  const { adjustments } = props;
  const { letter, id, demo } = column;
  const snapshot = useSnapshot(column);
  const shown = useShown(timeline, place);
  const then = shown?.snapshot ?? snapshot;
  const active = snapshot.phase !== "idle" && !isOver(snapshot.phase);
  const heading = useId();
  const named = useMemo(
    () => new Map(demo.outputs.map((output) => [output, inColumn(output, letter)])),
    [demo, letter],
  );
  const others = columns.filter((other) => other !== column);
  return (
    <section
      aria-labelledby={heading}
      data-column={letter}
      data-instant={shown?.at}
      // No container of its own: that would part its rows from those of the others.
      className="grid min-w-0 snap-start grid-rows-subgrid"
      style={{ gridRow: `span ${1 + depth + rows.length + 1}` }}
    >
      <header className="@container min-w-0 pb-3">
        <div className="flex min-h-8 items-center gap-2.5">
          <h2 id={heading} className="text-body font-semibold tracking-tight">
            <a
              href={`/runs/${id}`}
              className="rounded-part underline decoration-line underline-offset-4 transition-colors hover:decoration-text"
            >
              Run {letter}
            </a>
          </h2>
          <RunAge createdAt={column.createdAt} />
          <span className="flex-1" />
          {others.length > 1 && (
            <a
              href={comparedAddress(others.map((other) => other.id))}
              aria-label={`Compare without run ${letter}`}
              title={`Compare without run ${letter}`}
              className={toolStyle}
            >
              <Icon name="close" />
            </a>
          )}
        </div>
        {titled && (
          <p className="truncate text-muted">
            <a
              href={`/demos/${demo.name}`}
              className="rounded-part transition-colors hover:text-text"
            >
              {demo.title}
            </a>
          </p>
        )}
        <RunStatus demo={demo} snapshot={snapshot} pressedAt={undefined} />
        {/* Its room is kept, lest all below move with each step. */}
        <p data-place className="num h-4 truncate text-fine text-muted">
          {shown &&
            yieldWords({
              yield: shown.snapshot.yields,
              yields: Math.max(shown.snapshot.yields, snapshot.yields),
            })}
        </p>
        {snapshot.error && <Failure problem={snapshot.error} className="mt-2 py-1" />}
      </header>
      <ComparedInputs {...{ demo, depth, standing }} inputs={column.inputs} />
      {rows.map((row, at) => {
        const output = row[place];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in their order.
          <div key={at} className="@container min-w-0 pb-4">
            {output && !wipes.includes(at) && (
              <PlotAdjustmentContext value={adjustments[at]}>
                <OutputView {...{ snapshot, active, shown }} output={named.get(output) ?? output} />
              </PlotAdjustmentContext>
            )}
          </div>
        );
      })}
      <div className="min-w-0">
        <ProgressLine snapshot={then} live={snapshot.phase === "running" && !shown} />
        <Notices notices={then.run?.notices ?? []} />
      </div>
    </section>
  );
}

/** An output among those of other runs: its name says of which it is, and no sound begins by itself. */
function inColumn(output: OutputDescription, letter: string): OutputDescription {
  const { options } = output;
  const quiet = "autoplay" in options ? { ...options, autoplay: false } : options;
  return { ...output, label: `${letter} · ${output.label}`, options: quiet } as OutputDescription;
}
