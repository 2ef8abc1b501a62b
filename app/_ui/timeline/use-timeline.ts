"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { Timeline } from "@/lib/client/timeline/timeline";
import type { DemoDescription } from "@/lib/demo/describe";

export interface UsedTimeline {
  /** `undefined` until its code is there, and where there is none. */
  readonly timeline: Timeline | undefined;
  /** The instant that is looked at; `undefined`: the newest. */
  readonly shown: ShownInstant | undefined;
}

/**
 * The timeline of the run that a page shows. Its code is fetched once there is a run.
 *
 * @param document the query for the run's events; `undefined`: no timeline
 */
export function useTimeline(
  demo: DemoDescription,
  snapshot: RunSnapshot,
  document: string | undefined,
): UsedTimeline {
  const [timeline, setTimeline] = useState<Timeline>();
  const wanted = document !== undefined && snapshot.run !== undefined;
  useEffect(() => {
    if (!wanted || document === undefined) return;
    let made: Timeline | undefined;
    let left = false;
    import("./page-timeline").then(
      ({ createPageTimeline }) => {
        if (left) return;
        made = createPageTimeline(demo, document);
        setTimeline(made);
      },
      // Without it the run can still be watched.
      () => {},
    );
    return () => {
      left = true;
      made?.dispose();
      setTimeline(undefined);
    };
  }, [wanted, demo, document]);
  useEffect(() => timeline?.observe(snapshot), [timeline, snapshot]);
  const shown = useSyncExternalStore(
    timeline?.subscribe ?? never,
    timeline?.getShown ?? nothing,
    nothing,
  );
  return { timeline, shown: shown?.run === snapshot.run?.id ? shown : undefined };
}

const never = () => () => {};
const nothing = () => undefined;
