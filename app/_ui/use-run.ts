"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { reducers } from "./kinds";
import { createLazyRunStore, type LazyRunStore } from "./lazy-run-store";

export interface Run {
  readonly snapshot: RunSnapshot;
  readonly store: LazyRunStore;
}

/**
 * A demo's run, as it is now.
 *
 * @param memory under what name the tab remembers it, where that is not the demo's
 */
export function useRun(demo: DemoDescription, document: string, memory = demo.name): Run {
  const [store] = useState(() => {
    const { field, outputs } = demo;
    return createLazyRunStore({ demo: memory, document, field, outputs, reducers });
  });
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, idle);
  useEffect(() => () => store.dispose(), [store]);
  return { snapshot, store };
}

const idle = () => idleSnapshot;
