import { createSharedTimeline } from "./create-shared-timeline";
import type { TrackOptions } from "./create-track";
import type { RunTimeline } from "./timeline";

export interface TimelineOptions extends TrackOptions {
  /** Milliseconds between two looks at what is new while somebody looks back. Default: 1,000. */
  pollMs?: number;
}

/** The timeline of one run. */
export function createTimeline({ pollMs, ...options }: TimelineOptions): RunTimeline {
  const timeline = createSharedTimeline([options], pollMs);
  const [track] = timeline.tracks;
  if (!track) throw new Error("A timeline of one run has one track");
  return {
    ...timeline,
    getShown: track.getShown,
    observe: track.observe,
    get record() {
      return track.record;
    },
  };
}
