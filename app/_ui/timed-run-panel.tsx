"use client";

import { useEffect } from "react";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import { RunPanel, type RunPanelProps } from "./run-panel";
import { TimelineSection } from "./timeline/timeline-section";
import { useTimeline } from "./timeline/use-timeline";

interface TimedRunPanelProps extends Omit<RunPanelProps, "shown" | "timeline"> {
  /** The query for a run's events, with which it can be looked at as it was; without it there is no timeline. */
  timeline: string | undefined;
  /** The instant that the address asks for. */
  asked?: AskedInstant | undefined;
  /** The page comes before its timeline. */
  late?: boolean | undefined;
  /** Told of the instant that is looked at, in milliseconds of the run; `undefined`: the newest. */
  onInstant(elapsedMs: number | undefined): void;
}

/** A run with its past: its panel shows the instant that the timeline is at. */
export function TimedRunPanel({ timeline, asked, late, onInstant, ...panel }: TimedRunPanelProps) {
  const { demo, snapshot } = panel;
  // Where each letter starts a run, none is looked back at.
  const document = demo.live ? undefined : timeline;
  const { loaded, shown } = useTimeline(demo, snapshot, { document, late });
  const at = shown?.at;
  useEffect(() => onInstant(at), [onInstant, at]);
  return (
    <RunPanel
      {...panel}
      shown={shown}
      timeline={
        document !== undefined && <TimelineSection {...{ demo, snapshot, loaded, asked }} />
      }
    />
  );
}
