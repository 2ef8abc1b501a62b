"use client";

import { useEffect } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { Run } from "../use-run-with";

export interface WatchedRun {
  readonly snapshot: RunSnapshot;
  /** `undefined` where there is nothing to stop, or this tab may not. */
  readonly stop: (() => void) | undefined;
}

/** A run that was started elsewhere, or before: followed, live or finished, rather than started. */
export function useWatchedRun({ snapshot, store }: Run, run: string): WatchedRun {
  useEffect(() => store.watch(run), [store, run]);
  const { phase, owner } = snapshot;
  const isOwn = owner && phase !== "idle" && !isOver(phase);
  return { snapshot, stop: isOwn ? store.stop : undefined };
}
