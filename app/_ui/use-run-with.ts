"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { createLazyRunStore, type LazyRunStore } from "./lazy-run-store";

export interface Run {
  readonly snapshot: RunSnapshot;
  readonly store: LazyRunStore;
}

export interface RunOptions {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** Under what name the tab remembers it. */
  memory: string;
}

/** A run of a demo, as it is now. */
export function useRunWith({ demo, document, memory }: RunOptions): Run {
  const [store] = useState(() => {
    const { field, outputs } = demo;
    return createLazyRunStore({ demo: memory, document, field, outputs });
  });
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, idle);
  const used = useRef(false);
  useEffect(() => {
    used.current = true;
    return () => {
      used.current = false;
      // In development React undoes every effect once and does it again at once: what was asked of the
      // store meanwhile, such as a run, shall not be lost.
      queueMicrotask(() => {
        if (!used.current) store.dispose();
      });
    };
  }, [store]);
  return { snapshot, store };
}

const idle = () => idleSnapshot;
