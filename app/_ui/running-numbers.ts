"use client";

import { useSyncExternalStore } from "react";

/** How many runs of each demo go on, by its name: as the gallery has asked last, once for all cards. */
let numbers: { readonly [demo: string]: number } = {};
const listeners = new Set<() => void>();

export function tellRunning(next: { readonly [demo: string]: number }): void {
  numbers = next;
  for (const listener of [...listeners]) listener();
}

/** @param known what the server's HTML says, until somebody has asked */
export function useRunning(demo: string, known: number): number {
  return useSyncExternalStore(
    subscribe,
    () => numbers[demo] ?? known,
    () => known,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
