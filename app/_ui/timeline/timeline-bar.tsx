"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { createFrame } from "@/lib/client/frame";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import { ticks } from "@/lib/client/timeline/ticks";
import type { Timeline, TimelineView } from "@/lib/client/timeline/timeline";
import { NoticeTicks } from "./notice-ticks";
import { onTimelineKey } from "./timeline-keys";
import { valueWords } from "./timeline-words";

/** What a bar's pixels stand for, in milliseconds of the run. */
export interface BarScale {
  readonly begin: number;
  readonly end: number;
  readonly pixels: number;
}

interface TimelineBarProps {
  timeline: Timeline;
  view: TimelineView;
  scale: BarScale;
  snapshot: RunSnapshot;
}

/**
 * The run from its beginning to its end: a tick for each yield and notice, and the instant that is
 * looked at. The slider is the browser's own, for keys and screen readers; fingers and mice move
 * anywhere in the bar. What moves does so by `transform`, which is no shift of the layout.
 */
export function TimelineBar({ timeline, view, scale, snapshot }: TimelineBarProps) {
  const { begin, end, pixels } = scale;
  const x = (at: number) =>
    Math.min(pixels, Math.max(0, ((at - begin) / Math.max(1, end - begin)) * pixels));
  const scrub = useScrub(timeline, scale);
  const here = x(view.at);
  // Of the bar as it is, not as it was before its window became smaller.
  const share = (place: number) => (pixels > 0 ? place / pixels : 0);
  const at = (place: number) => ({ transform: `translateX(${100 * share(place)}cqw)` });
  const isLive = !view.back && !view.over;
  const tone = isLive ? "bg-accent" : "bg-text";
  const { phase } = snapshot;
  return (
    <div
      data-bar
      className="@container relative h-8 cursor-pointer touch-pan-y rounded-part select-none group/bar pointer-coarse:-my-1.5 pointer-coarse:h-11"
      {...scrub}
    >
      <input
        type="range"
        aria-label="Timeline"
        aria-valuetext={valueWords(view)}
        min={begin}
        max={end}
        step="any"
        value={view.at}
        className="pointer-events-none absolute inset-0 size-full appearance-none opacity-0"
        onChange={(event) => timeline.seek(event.target.valueAsNumber)}
        onKeyDown={(event: KeyboardEvent) => onTimelineKey(event, timeline)}
      />
      <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
        <g transform="translate(0 16)" className="pointer-coarse:translate-y-[22px]">
          <path className="stroke-line" strokeWidth="2" d={`M0 0H${pixels}`} />
          {view.over &&
            timeline.record
              .pauses(view.end)
              .map(({ from, to }) => (
                <path
                  key={from}
                  data-pause
                  className="stroke-bg"
                  strokeWidth="2"
                  strokeDasharray="2 4"
                  d={`M${x(from) + 3} 0H${x(to) - 3}`}
                />
              ))}
          <path
            data-ticks
            className="stroke-faint/60"
            d={ticks(timeline.record.times(), scale)
              .map((at) => `M${at} -4v8`)
              .join("")}
          />
        </g>
      </svg>
      <div
        className={`pointer-events-none absolute inset-x-0 top-1/2 -mt-px h-0.5 origin-left ${tone}`}
        style={{ transform: `scaleX(${share(here)})` }}
      />
      <NoticeTicks notices={snapshot.run?.notices ?? []} x={x} />
      {(phase === "failed" || phase === "cancelled") && (
        <div
          data-mark={phase}
          title={phase === "failed" ? "Here it failed." : "Here it was stopped."}
          className={`absolute top-1/2 left-0 -mt-1.5 -ml-1.5 size-3 rounded-[2px] ${phase === "failed" ? "bg-bad" : "bg-muted"}`}
          style={at(x(view.end))}
        />
      )}
      <div
        className={`pointer-events-none absolute top-1/2 left-0 -mt-2 -ml-0.5 h-4 w-1 rounded-full outline-offset-3 outline-text group-has-focus-visible/bar:outline-2 ${tone} ${view.loading ? "animate-breathe" : ""}`}
        style={at(here)}
      />
    </div>
  );
}

/** What a finger or a mouse does anywhere in the bar; at most once per animation frame. */
function useScrub(timeline: Timeline, scale: BarScale) {
  const latest = useRef({ scale, left: 0, x: 0 });
  latest.current.scale = scale;
  const [frame] = useState(() =>
    createFrame(() => {
      const { scale, x } = latest.current;
      const part = Math.min(1, Math.max(0, x / Math.max(1, scale.pixels)));
      timeline.seek(scale.begin + part * (scale.end - scale.begin));
    }),
  );
  useEffect(() => frame.cancel, [frame]);

  function move(event: PointerEvent<HTMLElement>): void {
    latest.current.x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    frame.request();
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.querySelector("input")?.focus({ preventScroll: true });
      event.preventDefault();
      move(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
    },
  };
}
