"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import { comparedAddress } from "@/lib/client/compare/compared-runs";
import { isOver } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { Icon } from "../icon";
import { shownSpan } from "../kinds/media/shown-span";
import { TimelineBar } from "../timeline/timeline-bar";
import { TimelineControls } from "../timeline/timeline-controls";
import { instantWords, valueWords, yieldWords } from "../timeline/timeline-words";
import { useAskedInstant } from "../timeline/use-asked-instant";
import { useWidth } from "../timeline/use-width";
import { useCopied } from "../use-copied";
import type { Column } from "./compared-run";
import { useSnapshots } from "./use-columns";

export interface CompareBarProps {
  columns: readonly Column[];
  timeline: Timeline;
  asked: AskedInstant | undefined;
}

/** One scrubber over all runs, its controls, and the link to what is looked at. */
export function CompareBar({ columns, timeline, asked }: CompareBarProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const view = useSyncExternalStore(timeline.subscribe, timeline.getView, timeline.getView);
  const snapshots = useSnapshots(columns);
  const [used, setUsed] = useState(false);
  const farthest = Math.max(0, ...snapshots.map(({ elapsedMs }) => elapsedMs));
  const words = useAskedInstant(timeline, asked, farthest);
  const { begin, end, back, at } = view;
  const live = snapshots.some(({ phase }) => !isOver(phase));
  const span = shownSpan({ start: begin / 1000, end: end / 1000, live });
  const scale = { begin, end: begin + span * 1000, pixels: width };
  const places = timeline.tracks.map(
    (track, place) => `${columns[place]?.letter}: ${yieldWords(track)}`,
  );
  const { copied, copy, said } = useCopied();

  function touch(): void {
    timeline.touch();
    setUsed(true);
  }
  function link(): string {
    const runs = columns.map(({ id }) => id);
    return `${location.origin}${comparedAddress(runs, back ? at : undefined)}`;
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that somebody is about to use it.
    <div ref={box} onPointerEnter={touch} onFocus={touch}>
      <TimelineBar
        {...{ timeline, view, scale }}
        words={valueWords(view, places.join(", "))}
        runs={snapshots}
      />
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <TimelineControls timeline={timeline} view={view}>
            {instantWords(view, { used, place: "", otherwise: words })}
          </TimelineControls>
        </div>
        <button
          type="button"
          className="flex min-h-8 shrink-0 items-center gap-1.5 rounded-part text-fine text-muted transition-colors hover:text-text"
          onClick={() => copy(link())}
        >
          <Icon name={copied ? "check" : "copy"} />
          {/* One that is invisible keeps the room of the longer word; another word is another element, as one
              that has changed would be a shift of the layout. */}
          <span className="grid *:col-start-1 *:row-start-1">
            <span key={String(copied)}>{copied ? "Copied" : "Copy link"}</span>
            <span aria-hidden="true" className="invisible">
              Copy link
            </span>
          </span>
        </button>
        {said}
      </div>
    </div>
  );
}
