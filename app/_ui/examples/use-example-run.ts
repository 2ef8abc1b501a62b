"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";
import { createSessionMemory } from "@/lib/client/session-memory";
import type { DemoDescription } from "@/lib/demo/describe";
import { createLazyRunStore, type LazyRunStore } from "../lazy-run-store";

/**
 * The run of an example as it is now, once it has something to show; `undefined` where it has failed.
 *
 * @param run its id; `undefined` to look at none
 */
export function useExampleRun(
  demo: DemoDescription,
  document: string,
  run: string | undefined,
): RunSnapshot | undefined {
  const [store] = useState<LazyRunStore>(() => {
    const { name, field, outputs } = demo;
    // The tab's own run is the one to come back to, so this one is remembered by nobody.
    const memory = createSessionMemory(nowhere);
    return createLazyRunStore({ demo: name, document, field, outputs, memory });
  });
  useEffect(() => {
    if (run === undefined) return;
    store.watch(run);
    return () => store.dispose();
  }, [store, run]);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, () => idleSnapshot);
  const { phase, carriedOver, outputs, error } = snapshot;
  if (run === undefined || phase === "failed" || phase === "cancelled" || error) return undefined;
  return carriedOver || Object.keys(outputs).length > 0 ? snapshot : undefined;
}

const nowhere = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
