import { createRunMemory } from "@/lib/client/run-memory";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { RunStore } from "@/lib/client/run-store";
import { createSessionMemory } from "@/lib/client/session-memory";
import type { PageStoreOptions } from "./page-store";

export interface LazyRunStore extends RunStore {
  /** Has the code fetched before it is needed. */
  preload(): void;
  /** Has the line to the server opened as well: somebody is likely to start a run now. */
  prepare(): void;
}

/**
 * A run store whose code, with the GraphQL client, is fetched when it is needed, so that a page is
 * there sooner and an embed that nobody touches never loads it. What is asked of it meanwhile is
 * answered at once and done when it has come.
 */
export function createLazyRunStore(options: PageStoreOptions): LazyRunStore {
  const memory = createRunMemory(options.demo, options.memory ?? createSessionMemory());
  const listeners = new Set<() => void>();
  const endListeners = new Set<(ended: RunSnapshot) => void>();
  let store: RunStore | undefined;
  let loading = false;
  /** Opens the line to the server, once its code has come. */
  let openLine: (() => void) | undefined;
  let prepared = false;
  /** The newest thing to do once the store is there; a new run takes the place of the one before. */
  let waiting: ((store: RunStore) => void) | undefined;
  /** Whether that follows a run which goes on, rather than starts one. */
  let follows = false;
  let early: RunSnapshot = idleSnapshot;

  const publish = () => {
    for (const listener of [...listeners]) listener();
  };

  function show(changes: Pick<RunSnapshot, "phase"> & Partial<RunSnapshot>): void {
    early = { ...idleSnapshot, ...changes };
    publish();
  }

  async function load(): Promise<void> {
    if (store || loading) return;
    loading = true;
    try {
      const page = await import("./page-store");
      store = page.createPageStore(options);
      openLine = page.openLine;
      // What waits opens it by itself.
      if (prepared && !waiting) openLine();
      store.subscribe(publish);
      store.onEnd((ended) => {
        for (const listener of [...endListeners]) listener(ended);
      });
      waiting?.(store);
    } catch {
      const message = "A part of this page could not be loaded.";
      if (waiting) show({ phase: "failed", error: { code: "NETWORK", message } });
    }
    waiting = undefined;
    loading = false;
  }

  function demand(task: (store: RunStore) => void, toFollow = false, catchingUp = toFollow): void {
    follows = toFollow;
    if (store) {
      task(store);
      return;
    }
    waiting = task;
    show({ phase: "starting", catchingUp });
    void load();
  }

  return {
    preload: () => void load(),
    prepare() {
      prepared = true;
      if (openLine) openLine();
      else void load();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => store?.getSnapshot() ?? early,
    start: (inputs, parent) => demand((it) => it.start(inputs, parent)),
    watch: (run, onGone) => demand((it) => it.watch(run, onGone), true),
    resume() {
      if (store) return store.resume();
      const known = memory.current();
      if (known) demand((it) => it.resume(), !known.over, true);
      return known;
    },
    stop() {
      if (store) return store.stop();
      if (!waiting) return;
      if (follows) {
        const task = waiting;
        follows = false;
        waiting = (it) => {
          task(it);
          it.stop();
        };
        early = { ...early, stopping: true };
        publish();
        return;
      }
      if (early.stopping) return;
      waiting = undefined;
      show({ phase: "cancelled" });
    },
    owned: () => store?.owned(),
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
    dispose() {
      waiting = undefined;
      store?.dispose();
    },
  };
}
