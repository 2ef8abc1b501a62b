"use client";

import type { ReactNode } from "react";
import { rates } from "@/lib/client/timeline/replay-clock";
import type { Timeline, TimelineView } from "@/lib/client/timeline/timeline";
import { Icon } from "../icon";

interface TimelineControlsProps {
  timeline: Timeline;
  view: TimelineView;
  /** Where it stands, in words. */
  children: ReactNode;
}

const pill =
  "flex h-7 shrink-0 items-center gap-1.5 rounded-full border border-line px-2.5 text-fine text-text transition-colors hover:bg-sunk";

/** Below the bar: back to the newest, or play it again, and where it stands in words. */
export function TimelineControls({ timeline, view, children }: TimelineControlsProps) {
  const { over, playing, rate } = view;
  return (
    <div className="flex h-9 items-center gap-3">
      {over ? (
        <>
          <button
            type="button"
            aria-label={playing ? "Pause the replay" : "Replay"}
            title={playing ? "Pause (space)" : "Replay (space)"}
            className="grid size-7 shrink-0 place-items-center rounded-full border border-edge text-text transition-colors hover:bg-sunk"
            onClick={() => (playing ? timeline.pause() : timeline.play())}
          >
            <Icon name={playing ? "pause" : "play"} />
          </button>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
          <div role="group" aria-label="Speed" className="flex shrink-0">
            {rates.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={rate === each}
                className={`num h-7 min-w-8 rounded-part px-1.5 text-fine transition-colors hover:text-text ${rate === each ? "bg-sunk font-medium text-text" : "text-muted"}`}
                onClick={() => timeline.setRate(each)}
              >
                {each}×
              </button>
            ))}
          </div>
        </>
      ) : (
        <button
          type="button"
          aria-pressed={!view.back}
          className={pill}
          onClick={() => timeline.toNewest()}
        >
          <span className={`size-1.5 rounded-full ${view.back ? "bg-edge" : "bg-accent"}`} />
          Live
        </button>
      )}
      <p className="num min-w-0 flex-1 truncate text-fine text-muted" data-instant>
        {children}
      </p>
    </div>
  );
}
