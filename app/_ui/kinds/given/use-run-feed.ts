"use client";

import { useEffect, useRef } from "react";
import type { OwnedRun } from "@/lib/client/owned-run";
import type { FieldRun } from "../kind";

/** What a field does about a run that it feeds. */
export interface RunFeed {
  /** The run that this page has started goes on. */
  begin(run: OwnedRun): void;
  /** A run goes on that was started before this page was loaded: nothing here feeds it any more. */
  orphaned(run: OwnedRun): void;
  /** The run is over, or has never begun. */
  over(): void;
}

/** Tells a field when to feed. */
export function useRunFeed({ active, startedHere, owned }: FieldRun, feed: RunFeed): void {
  const latest = useRef(feed);
  useEffect(() => {
    latest.current = feed;
  });
  useEffect(() => {
    if (!owned) return;
    if (startedHere) latest.current.begin(owned);
    else latest.current.orphaned(owned);
  }, [owned, startedHere]);
  useEffect(() => {
    if (!active) return;
    return () => latest.current.over();
  }, [active]);
}

/** Ends what fed a run before a reload, so that its generator does not wait for ever. */
export async function endFeed(
  run: OwnedRun,
  input: string,
  sort: "sound" | "camera",
): Promise<void> {
  const [{ createFeedSender }, { onWake }] = await Promise.all([
    import("@/lib/client/feed-sender"),
    import("@/lib/client/wake"),
  ]);
  await createFeedSender({ run, input, sort, onWake }).end();
}

/** What a field says once it has ended such a run's stream. */
export const orphanWords = "The page was loaded again: its stream has ended.";
