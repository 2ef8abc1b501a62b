import type { Client } from "@urql/core";
import type { Reducers } from "./fold-event";
import { createFrame } from "./frame";
import type { OwnedRun } from "./owned-run";
import { createRunMemory, type RememberedRun } from "./run-memory";
import { createRunSession, type RunSession } from "./run-session";
import { idleSnapshot, isOver, type RunProblem, type RunSnapshot } from "./run-snapshot";
import { createSessionMemory, type SessionMemory } from "./session-memory";
import { type OnWake, onWake } from "./wake";

export interface RunStoreOptions {
  client: Client;
  /** The demo's name, under which the tab remembers its run. */
  demo: string;
  /** The demo's subscription, as the server has written it for the page. */
  document: string;
  /** The subscription's field. */
  field: string;
  /** The demo's outputs; its description has them. */
  outputs: readonly { readonly name: string; readonly kind: string }[];
  reducers: Reducers;
  /** Default: `LATEST`. */
  delivery?: "EVERY" | "LATEST";
  memory?: SessionMemory;
  onWake?: OnWake;
}

/** Each is a subscription of its own, of which a connection may have only so many. */
const mostAside = 4;

/** A run for a view, made for React's `useSyncExternalStore`. */
export interface RunStore {
  /** Calls back at most once per animation frame, until it is told to stop. */
  subscribe(listener: () => void): () => void;
  getSnapshot(): RunSnapshot;
  /**
   * Starts a run. One that goes on is cancelled, and nothing of it is shown any more.
   *
   * @param parent the run that it is forked from
   */
  start(inputs: { readonly [input: string]: unknown }, parent?: string): void;
  /**
   * Follows a run, live or finished. One of this tab that goes on is followed on, out of sight.
   *
   * @param onGone called where the run is not kept any more; then nothing is shown, and that is no error
   */
  watch(run: string, onGone?: () => void): void;
  /** Follows the run that this tab followed before a reload, and gives what it was started with. */
  resume(): RememberedRun | undefined;
  /** Stops the run. `stopping` is shown at once, and the server told as soon as it can be reached. */
  stop(): void;
  /** The run on show where this tab may feed it; the same object for as long as it is that run. */
  owned(): OwnedRun | undefined;
  /** Calls back at the end of each run, also of those out of sight, until it is told to stop. */
  onEnd(listener: (ended: RunSnapshot) => void): () => void;
  /** Looks away from the run, which goes on for its grace period. The store can be used again. */
  dispose(): void;
}

export function createRunStore(options: RunStoreOptions): RunStore {
  const { client, document, field, reducers, delivery = "LATEST" } = options;
  const kinds = new Map(options.outputs.map(({ name, kind }) => [name, kind]));
  const memory = createRunMemory(options.demo, options.memory ?? createSessionMemory());
  const listeners = new Set<() => void>();
  const endListeners = new Set<(ended: RunSnapshot) => void>();
  /** Runs that this tab has started and that go on while another is looked at, the oldest first. */
  const aside = new Set<RunSession>();
  const frame = createFrame(publish);
  let snapshot = idleSnapshot;
  let session: RunSession | undefined;
  /** What the run before has left on show. */
  let carried: RunSnapshot["outputs"] = {};

  function publish(): void {
    frame.cancel();
    snapshot = session ? shown(session.view) : idleSnapshot;
    for (const listener of [...listeners]) listener();
  }

  /** A view that was filled is never emptied for a moment. */
  function shown(view: RunSnapshot): RunSnapshot {
    const isOwn = Object.keys(view.outputs).length > 0 || (view.run && isOver(view.phase));
    if (isOwn) carried = {};
    if (Object.keys(carried).length === 0) return view;
    return { ...view, outputs: carried, carriedOver: true };
  }

  interface Begin {
    variables: { readonly [name: string]: unknown };
    inputs?: RememberedRun["inputs"];
    key?: string | undefined;
    onGone?: () => void;
  }

  function begin({ variables, inputs, key, onGone }: Begin): void {
    let begun: RunSession | undefined;
    let filled = false;
    const next = createRunSession({
      client,
      document,
      field,
      variables: { ...variables, delivery },
      key,
      kinds,
      reducers,
      calledAt: inputs && performance.now(),
      onWake: options.onWake ?? onWake,
      onChange() {
        const isFirst = !filled && begun && Object.keys(begun.view.outputs).length > 0;
        filled ||= isFirst === true;
        // What somebody waits for since the press on Run is shown a frame sooner.
        if (isFirst && session === begun) publish();
        else frame.request();
      },
      onBegin(run, itsKey) {
        if (inputs) memory.began(run, inputs, itsKey);
      },
      onEnd(run, problem: RunProblem | undefined) {
        aside.delete(next);
        if (run !== undefined) memory.ended(run);
        if (problem?.code === "RUN_NOT_FOUND") onGone?.();
        else for (const listener of [...endListeners]) listener(next.view);
      },
    });
    begun = next;
    show(next);
  }

  function show(next: RunSession): void {
    if (session) carried = shown(session.view).outputs;
    session = next;
    publish();
  }

  /** Looks at another run without an end to the one on show, where that is this tab's to keep going. */
  function putAside(): void {
    if (!session) return;
    const { phase, owner, run } = session.view;
    if (isOver(phase) || (run && !owner)) {
      session.leave();
      return;
    }
    aside.add(session);
    if (aside.size <= mostAside) return;
    const [oldest] = aside;
    if (oldest) aside.delete(oldest);
    oldest?.leave();
  }

  function clear(): void {
    session?.leave();
    session = undefined;
    frame.request();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    start(inputs, parent) {
      session?.supersede();
      begin({ variables: parent === undefined ? inputs : { ...inputs, parent }, inputs });
    },
    watch(run, onGone) {
      putAside();
      const kept = [...aside].find(({ view }) => view.run?.id === run);
      if (kept) {
        aside.delete(kept);
        show(kept);
        return;
      }
      begin({
        variables: { run },
        key: memory.key(run),
        onGone() {
          if (!onGone) return;
          onGone();
          clear();
        },
      });
    },
    resume() {
      const known = memory.current();
      if (!known) return undefined;
      const { id, over } = known;
      session?.supersede();
      begin({
        variables: { run: id },
        key: memory.key(id),
        onGone() {
          memory.forget();
          // Its end was seen: that it is not kept for ever is no news. Of any other it is an error.
          if (over) clear();
        },
      });
      return known;
    },
    stop() {
      session?.stop();
      if (session) publish();
    },
    owned: () => session?.owned,
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
    dispose() {
      session?.leave();
      for (const each of aside) each.leave();
      aside.clear();
      frame.cancel();
    },
  };
}
