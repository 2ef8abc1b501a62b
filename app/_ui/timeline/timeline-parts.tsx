"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { RunTimeline } from "@/lib/client/timeline/timeline";
import type { DemoDescription } from "@/lib/demo/describe";
import { shownSpan } from "../kinds/media/shown-span";
import { FilmStrip } from "./film-strip";
import { hasFilm } from "./has-film";
import { TimelineBar } from "./timeline-bar";
import { TimelineControls } from "./timeline-controls";
import { instantWords, valueWords, yieldWords } from "./timeline-words";
import { useAskedInstant } from "./use-asked-instant";
import { useWidth } from "./use-width";

export interface TimelinePartsProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  timeline: RunTimeline;
  asked: AskedInstant | undefined;
}

/** Pictures of the run, the bar that is scrubbed, and its controls. */
export function TimelineParts({ demo, snapshot, timeline, asked }: TimelinePartsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const view = useSyncExternalStore(timeline.subscribe, timeline.getView, timeline.getView);
  const [used, setUsed] = useState(false);
  const words = useAskedInstant(timeline, asked, snapshot.elapsedMs);
  const over = isOver(snapshot.phase);
  const { begin, end } = view;
  const seconds = { start: begin / 1000, end: end / 1000, live: !over };
  const scale = { begin, end: begin + shownSpan(seconds) * 1000, pixels: width };
  const pictures = hasFilm(demo);

  const missed = snapshot.yields > 0 && timeline.record.hasGaps;
  useEffect(() => {
    if (pictures && (over || missed)) timeline.peek();
  }, [timeline, pictures, over, missed]);

  function touch(): void {
    timeline.touch();
    setUsed(true);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that somebody is about to use it.
    <div ref={box} onPointerEnter={touch} onFocus={touch}>
      {pictures && <FilmStrip timeline={timeline} view={view} width={width} />}
      <TimelineBar {...{ timeline, view, scale }} words={valueWords(view)} runs={[snapshot]} />
      <TimelineControls timeline={timeline} view={view}>
        {instantWords(view, { used, place: yieldWords(view), otherwise: words })}
      </TimelineControls>
    </div>
  );
}
