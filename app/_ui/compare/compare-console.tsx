"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { alignOutputs } from "@/lib/client/compare/align-outputs";
import { differingInputs } from "@/lib/client/compare/differing-inputs";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import { Scroller } from "../scroller";
import { Choice } from "./choice";
import type { ComparedRun } from "./compared-run";
import { RunColumn } from "./run-column";
import { useAllKnown, useColumns } from "./use-columns";
import { usePlotAdjustments } from "./use-plot-adjustments";
import { useSharedTimeline } from "./use-shared-timeline";
import { wipeRoom, wipeSquare } from "./wipe-room";
import { wipeable } from "./wipeable";

const Wipe = dynamic(() => import("./wipe").then((part) => part.Wipe), {
  ssr: false,
  loading: () => (
    <div className={wipeRoom}>
      <div className={wipeSquare} />
    </div>
  ),
});

interface CompareConsoleProps {
  runs: readonly ComparedRun[];
  /** The instant that the address asks for. */
  asked: AskedInstant | undefined;
}

const sideBySide = "Side by side";
const wiped = "Wipe";

/** Some runs side by side, live or finished, under one scrubber. */
export function CompareConsole({ runs, asked }: CompareConsoleProps) {
  const columns = useColumns(runs);
  const loaded = useSharedTimeline(columns);
  const allKnown = useAllKnown(columns);
  const rows = useMemo(() => alignOutputs(columns.map(({ demo }) => demo.outputs)), [columns]);
  const adjustments = usePlotAdjustments(columns, rows);
  const standings = useMemo(() => differingInputs(columns), [columns]);
  /** The rows of pictures that lie upon each other. */
  const [wipes, setWipes] = useState<readonly number[]>([]);
  const depth = Math.max(1, ...columns.map(({ demo }) => demo.inputs.length));
  const title = columns.some(({ demo }) => demo.name !== columns[0]?.demo.name);
  return (
    <>
      {rows.map((row, at) => {
        const pictures = wipeable(row);
        const [first] = pictures;
        if (!first) return null;
        const isWiped = wipes.includes(at);
        return (
          <div key={first.output.name} className="mb-6 grid gap-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <span className="font-medium">{first.output.label}</span>
              <Choice
                label={`How ${first.output.label} is shown`}
                choices={[sideBySide, wiped]}
                chosen={isWiped ? wiped : sideBySide}
                onChoose={(choice) =>
                  setWipes(
                    choice === wiped ? [...wipes, at] : wipes.filter((other) => other !== at),
                  )
                }
              />
            </div>
            {isWiped && <Wipe columns={columns} pictures={pictures} timeline={loaded?.timeline} />}
          </div>
        );
      })}
      <Scroller
        aria-label="Runs side by side"
        // Positioned, lest what only screen readers are told lie beside it on the page.
        className="@container relative -mx-5 snap-x snap-proximity scroll-px-5 overflow-x-auto px-5 pb-6 sm:-mx-2 sm:scroll-px-2 sm:px-2"
      >
        <div
          className={`grid grid-flow-col gap-x-6 @5xl:gap-x-8 ${rows.length > 1 ? "[--room:14rem]" : "[--room:20rem]"}`}
          style={{
            // All of them are reckoned with from the first, lest the first be as wide as the page until
            // the next one has come.
            gridTemplateColumns: `repeat(${columns.length}, minmax(min(86cqw, 16rem), 1fr))`,
            gridTemplateRows: `repeat(${1 + depth + rows.length + 1}, auto)`,
          }}
        >
          {columns.map((column, place) => (
            <RunColumn
              key={column.id}
              {...{ columns, column, place, rows, wipes, depth, adjustments }}
              standing={standings[place] ?? {}}
              titled={title}
              timeline={loaded?.timeline}
            />
          ))}
        </div>
      </Scroller>
      <section
        aria-label="Timeline"
        data-timeline
        className="sticky bottom-0 z-20 -mx-5 -mb-6 h-20 border-t border-line bg-bg px-5 pt-2 sm:-mx-8 sm:-mb-8 sm:px-8"
      >
        {loaded && allKnown && (
          <loaded.Bar columns={columns} timeline={loaded.timeline} asked={asked} />
        )}
      </section>
    </>
  );
}
