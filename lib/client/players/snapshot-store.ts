import type { PlayerSnapshot } from "./player";

/** What a player's listeners are told, when it has changed. */
export interface SnapshotStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PlayerSnapshot;
  /** Looks whether it has changed. */
  publish(): void;
  /** Calls all listeners, though it may be the same. */
  notify(): void;
  dispose(): void;
}

export function createSnapshotStore(
  first: PlayerSnapshot,
  read: () => PlayerSnapshot,
): SnapshotStore {
  const listeners = new Set<() => void>();
  let snapshot = first;

  function notify(): void {
    for (const listener of [...listeners]) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    publish() {
      const next = read();
      const keys = Object.keys(next) as (keyof PlayerSnapshot)[];
      if (keys.every((key) => next[key] === snapshot[key])) return;
      snapshot = next;
      notify();
    },
    notify,
    dispose: () => listeners.clear(),
  };
}
