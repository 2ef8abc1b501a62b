"use client";

import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";
import { createBackoff } from "@/lib/client/backoff";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { onWake } from "@/lib/client/wake";
import type { CompareBarProps } from "./compare-bar";
import type { Column } from "./compared-run";

/** A timeline of several runs whose code is there. */
export interface LoadedSharedTimeline {
  readonly timeline: Timeline;
  readonly Bar: ComponentType<CompareBarProps>;
}

/**
 * The timeline of all columns. Its code is fetched behind the page's own; where that fails it is tried
 * again, and the runs can be watched meanwhile.
 */
export function useSharedTimeline(columns: readonly Column[]): LoadedSharedTimeline | undefined {
  const [loaded, setLoaded] = useState<LoadedSharedTimeline>();
  useEffect(() => {
    const backoff = createBackoff({ onWake, firstMs: 1000 });
    let leave = () => {};
    let left = false;
    async function load(): Promise<void> {
      try {
        const parts = [import("./page-shared-timeline"), import("./compare-bar")] as const;
        const [{ createPageSharedTimeline }, { CompareBar }] = await Promise.all(parts);
        if (left) return;
        const timeline = createPageSharedTimeline(columns);
        const stop = observeAll(columns, timeline);
        leave = () => {
          stop();
          timeline.dispose();
        };
        setLoaded({ timeline, Bar: CompareBar });
      } catch {
        if (!left) backoff.schedule(() => void load());
      }
    }
    void load();
    return () => {
      left = true;
      backoff.cancel();
      leave();
      setLoaded(undefined);
    };
  }, [columns]);
  return loaded;
}

function observeAll(columns: readonly Column[], timeline: Timeline): () => void {
  const leave = timeline.tracks.map((track, place) => {
    const store = columns[place]?.store;
    const look = () => store && track.observe(store.getSnapshot());
    look();
    return store?.subscribe(look);
  });
  return () => {
    for (const each of leave) each?.();
  };
}

/** The instant at which a column is looked at; `undefined`: the newest. */
export function useShown(timeline: Timeline | undefined, place: number): ShownInstant | undefined {
  const track = timeline?.tracks[place];
  return useSyncExternalStore(timeline?.subscribe ?? never, track?.getShown ?? nothing, nothing);
}

const never = () => () => {};
const nothing = () => undefined;
