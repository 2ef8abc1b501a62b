import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { DemoDescription } from "@/lib/demo/describe";
import { hasFilm } from "./has-film";
import type { LoadedTimeline } from "./use-timeline";

interface TimelineSectionProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  loaded: LoadedTimeline | undefined;
  asked?: AskedInstant | undefined;
}

/** Under the outputs: the run's past. Its room is there before it is. */
export function TimelineSection({ demo, snapshot, loaded, asked }: TimelineSectionProps) {
  return (
    <section
      aria-label="Timeline"
      data-timeline
      className={`pt-4 ${hasFilm(demo) ? "h-36" : "h-21"}`}
    >
      {loaded && snapshot.run && (
        <loaded.Parts
          key={snapshot.run.id}
          demo={demo}
          snapshot={snapshot}
          timeline={loaded.timeline}
          asked={asked}
        />
      )}
    </section>
  );
}
