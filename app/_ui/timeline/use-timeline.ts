"use client";

import {
  type ComponentType,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { createBackoff } from "@/lib/client/backoff";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { RunTimeline } from "@/lib/client/timeline/timeline";
import { onWake } from "@/lib/client/wake";
import type { DemoDescription } from "@/lib/demo/describe";
import { whenIdle } from "../when-idle";
import type { TimelinePartsProps } from "./timeline-parts";

/** A timeline whose code is there. */
export interface LoadedTimeline {
  readonly timeline: RunTimeline;
  readonly Parts: ComponentType<TimelinePartsProps>;
}

export interface UsedTimeline {
  /** `undefined` until its code is there, and where there is none. */
  readonly loaded: LoadedTimeline | undefined;
  /** The instant that is looked at; `undefined`: the newest. */
  readonly shown: ShownInstant | undefined;
}

/**
 * The timeline of the run that a page shows. Its code is fetched once there is a run; where that fails
 * it is tried again, and the run can be watched meanwhile.
 *
 * @param options.document the query for the run's events; `undefined`: no timeline
 * @param options.late the page itself comes first, as nobody has pressed anything yet
 */
export function useTimeline(
  demo: DemoDescription,
  snapshot: RunSnapshot,
  { document, late = false }: { document: string | undefined; late?: boolean | undefined },
): UsedTimeline {
  const [loaded, setLoaded] = useState<LoadedTimeline>();
  const wanted = document !== undefined && snapshot.phase !== "idle";
  useEffect(() => {
    if (!wanted || document === undefined) return;
    const backoff = createBackoff({ onWake, firstMs: 1000 });
    let made: RunTimeline | undefined;
    let left = false;
    async function load(of: string): Promise<void> {
      try {
        const parts = [import("./page-timeline"), import("./timeline-parts")] as const;
        const [{ createPageTimeline }, { TimelineParts }] = await Promise.all(parts);
        if (left) return;
        made = createPageTimeline(demo, of);
        setLoaded({ timeline: made, Parts: TimelineParts });
      } catch {
        if (!left) backoff.schedule(() => void load(of));
      }
    }
    const callOff = late ? whenIdle(() => void load(document)) : undefined;
    if (!late) void load(document);
    return () => {
      left = true;
      callOff?.();
      backoff.cancel();
      made?.dispose();
      setLoaded(undefined);
    };
  }, [wanted, demo, document, late]);
  const timeline = loaded?.timeline;
  // Before the effects of what is shown with it, which may look back at once.
  useLayoutEffect(() => timeline?.observe(snapshot), [timeline, snapshot]);
  const shown = useSyncExternalStore(
    timeline?.subscribe ?? never,
    timeline?.getShown ?? nothing,
    nothing,
  );
  return { loaded, shown: shown?.run === snapshot.run?.id ? shown : undefined };
}

const never = () => () => {};
const nothing = () => undefined;
