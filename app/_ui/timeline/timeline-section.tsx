"use client";

import dynamic from "next/dynamic";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { Timeline } from "@/lib/client/timeline/timeline";
import type { DemoDescription } from "@/lib/demo/describe";
import { hasFilm } from "./has-film";

const TimelineParts = dynamic(() => import("./timeline-parts").then((part) => part.TimelineParts), {
  ssr: false,
});

interface TimelineSectionProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  timeline: Timeline | undefined;
  asked?: AskedInstant | undefined;
}

/** Under the outputs: the run's past. Its room is there before it is. */
export function TimelineSection({ demo, snapshot, timeline, asked }: TimelineSectionProps) {
  return (
    <section
      aria-label="Timeline"
      data-timeline
      className={`pt-4 ${hasFilm(demo) ? "h-36" : "h-21"}`}
    >
      {timeline && snapshot.run && (
        <TimelineParts
          key={snapshot.run.id}
          demo={demo}
          snapshot={snapshot}
          timeline={timeline}
          asked={asked}
        />
      )}
    </section>
  );
}
