"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { createFrame } from "@/lib/client/frame";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import { ticks } from "@/lib/client/timeline/ticks";
import type { Timeline, TimelineView } from "@/lib/client/timeline/timeline";
import type { WireNotice } from "@/lib/client/wire";
import { NoticeTicks } from "./notice-ticks";
import { onTimelineKey } from "./timeline-keys";

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
  /** What the slider says of itself. */
  words: string;
  /** The runs on it, as they are now. */
  runs: readonly RunSnapshot[];
}

/**
 * Runs from their beginning to their end: a tick for each yield and notice, and the instant that is
 * looked at. The slider is the browser's own, for keys and screen readers; fingers and mice move
 * anywhere in the bar. What moves does so by `transform`, which is no shift of the layout.
 */
export function TimelineBar({ timeline, view, scale, words, runs }: TimelineBarProps) {
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
  const notices = runs.flatMap(({ run }) => run?.notices ?? []).sort(byTime);
  return (
    <div
      data-bar
      className="@container relative h-8 cursor-pointer touch-pan-y rounded-part select-none group/bar pointer-coarse:-my-1.5 pointer-coarse:h-11"
      {...scrub}
    >
      <input
        type="range"
        aria-label="Timeline"
        aria-valuetext={words}
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
            timeline
              .pauses()
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
          {timeline.tracks.map(({ record }, place) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: they stay in their order.
              key={place}
              data-ticks
              className="stroke-faint/60"
              d={ticks(record.times(), scale)
                .map((at) => `M${at} -4v8`)
                .join("")}
            />
          ))}
        </g>
      </svg>
      <div
        className={`pointer-events-none absolute inset-x-0 top-1/2 -mt-px h-0.5 origin-left ${tone}`}
        style={{ transform: `scaleX(${share(here)})` }}
      />
      <NoticeTicks notices={notices} x={x} />
      {runs.map((snapshot) => (
        <EndMark key={snapshot.run?.id ?? ""} snapshot={snapshot} place={(end) => at(x(end))} />
      ))}
      <div
        className={`pointer-events-none absolute top-1/2 left-0 -mt-2 -ml-0.5 h-4 w-1 rounded-full outline-offset-3 outline-text group-has-focus-visible/bar:outline-2 ${tone} ${view.loading ? "animate-breathe" : ""}`}
        style={at(here)}
      />
    </div>
  );
}

interface EndMarkProps {
  snapshot: RunSnapshot;
  place(elapsedMs: number): CSSProperties;
}

/** Where a run came to its end before its time. */
function EndMark({ snapshot: { phase, elapsedMs }, place }: EndMarkProps) {
  if (phase !== "failed" && phase !== "cancelled") return null;
  const failed = phase === "failed";
  return (
    <div
      data-mark={phase}
      title={failed ? "Here it failed." : "Here it was stopped."}
      className={`absolute top-1/2 left-0 -mt-1.5 -ml-1.5 size-3 rounded-[2px] ${failed ? "bg-bad" : "bg-muted"}`}
      style={place(elapsedMs)}
    />
  );
}

function byTime(one: WireNotice, other: WireNotice): number {
  return one.elapsedMs - other.elapsedMs;
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
