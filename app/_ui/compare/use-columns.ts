"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { createFrame } from "@/lib/client/frame";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";
import { createLazyRunStore } from "../lazy-run-store";
import type { Column, ComparedRun } from "./compared-run";

/** Follows each of some runs, in a store of its own; they stay the same while the page shows them. */
export function useColumns(runs: readonly ComparedRun[]): readonly Column[] {
  const [columns] = useState(() =>
    runs.map((run, place): Column => {
      const { name, field, outputs } = run.demo;
      const { document } = run;
      const store = createLazyRunStore({ demo: name, document, field, outputs });
      return { ...run, letter: String.fromCharCode(65 + place), store };
    }),
  );
  useEffect(() => {
    for (const { store, id } of columns) store.watch(id);
    return () => {
      for (const { store } of columns) store.dispose();
    };
  }, [columns]);
  return columns;
}

/** The run of a column, as it is now. */
export function useSnapshot({ store }: Column): RunSnapshot {
  return useSyncExternalStore(store.subscribe, store.getSnapshot, idle);
}

/** All runs as they are now, looked at once for what several of them do in one frame. */
export function useSnapshots(columns: readonly Column[]): readonly RunSnapshot[] {
  const [snapshots, setSnapshots] = useState(() => columns.map(now));
  useEffect(() => {
    const look = () => setSnapshots(columns.map(now));
    const frame = createFrame(look);
    const leave = columns.map(({ store }) => store.subscribe(frame.request));
    look();
    return () => {
      frame.cancel();
      for (const each of leave) each();
    };
  }, [columns]);
  return snapshots;
}

/** Whether of each run is known how it stands, or that it cannot be known. */
export function useAllKnown(columns: readonly Column[]): boolean {
  const [joined] = useState(() => ({
    subscribe(listener: () => void) {
      const leave = columns.map(({ store }) => store.subscribe(listener));
      return () => {
        for (const each of leave) each();
      };
    },
    areKnown: () => columns.map(now).every(({ run, error }) => run || error),
  }));
  return useSyncExternalStore(joined.subscribe, joined.areKnown, never);
}

const now = ({ store }: Column) => store.getSnapshot();
const idle = () => idleSnapshot;
const never = () => false;
