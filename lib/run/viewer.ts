import type { LogStore, RunRecord, Slice } from "../store/log-store";
import {
  type Entry,
  emptySnapshot,
  fold,
  isOver,
  type LoggedByName,
  mergeOutputs,
  type RunFailure,
  type Snapshot,
} from "../store/snapshot";
import { mergeNew } from "./merge-new";
import type { NewestSteps, Step } from "./newest-steps";
import { nextTurn } from "./next-turn";
import { isSamePresence, type RunEvent, type RunPresence } from "./run-event";
import { inPieces } from "./state-event";
import { hasMoved, isWanted, type Wants, wanted } from "./wants";

export type Delivery = "EVERY" | "LATEST";

export interface ViewerOptions {
  record: RunRecord;
  logs: LogStore;
  /** Shared by all viewers of the run. */
  newest: NewestSteps;
  delivery: Delivery;
  wants: Wants;
  owner: boolean;
  /** The entry after which to go on; `undefined`: from the start, as `delivery` says. */
  after: number | undefined;
  /** About how many bytes one merged event carries. */
  maxEventBytes: number;
  presence(): RunPresence;
  /** Called once, when the viewer has ended or was left. */
  onLeave(): void;
}

/** An iterator of events that can be told from outside that something has changed. */
export interface Viewer extends AsyncIterableIterator<RunEvent, undefined> {
  /** Presence has changed. */
  nudge(): void;
  /** Ends it, also while somebody waits for its next event. */
  leave(): void;
}

// A slow viewer holds so many after the log has folded them.
const mostAtOnce = 32;

/**
 * Follows a log with a cursor of its own. It pulls: a viewer that is not asked for its next event reads
 * nothing and holds nothing beyond its last snapshot.
 */
export function createViewer(options: ViewerOptions): Viewer {
  const { record, logs, newest, delivery, wants, owner, presence } = options;
  let state: Snapshot = emptySnapshot;
  /** Ready to be sent, oldest first. */
  let ready: RunEvent[] = [];
  /** Read, but not yet turned into events (EVERY). */
  let entries: readonly Entry[] = [];
  let next = 0;
  let begun = false;
  let left = false;
  let dirty = true;
  let sent: RunPresence | undefined;
  let wake: (() => void) | undefined;

  function changed(): void {
    dirty = true;
    wake?.();
  }
  const unwatch = logs.watch(record.id, changed);

  function leave(): void {
    if (left) return;
    left = true;
    ready = [];
    entries = [];
    unwatch();
    wake?.();
    options.onLeave();
  }

  function event(
    outputs: LoggedByName,
    yields: number,
    resumeAt = state.seq,
    whole = state.outputs,
  ): RunEvent {
    sent = presence();
    const { seq, at, run } = state;
    return { record, owner, seq, yields, resumeAt, at, run, presence: sent, outputs, whole };
  }

  /** Goes one entry on. Where others did so just now, the event is theirs. */
  function go(step: Step): RunEvent | undefined {
    state = step.state;
    const { entry } = step;
    if (!isWanted(entry, wants)) return undefined;
    if (!owner && step.event && isSamePresence(step.event.presence, presence())) {
      sent = step.event.presence;
      return step.event;
    }
    const made = event(entry.outputs ?? {}, entry.outputs ? 1 : 0);
    if (!owner) step.event = made;
    return made;
  }

  /** The run has ended for a viewer who does not look at its status: an error is how it learns why. */
  function ending(): RunEvent | undefined {
    const { status, error } = state.run;
    if (wants.status || status === "DONE") return undefined;
    const failure: RunFailure = error ?? { code: "CANCELLED", message: "The run was cancelled." };
    return { ...event({}, 0), failure };
  }

  /** Goes to a snapshot at once. Where it holds a long text, that is sent in pieces. */
  function jump(to: Snapshot): void {
    const resumeAt = state.seq;
    state = to;
    const pieces = inPieces(wanted(to.outputs, wants), options.maxEventBytes);
    const carries = Object.keys(to.outputs).length > 0 && (wants.yields || pieces.length > 0);
    if (!carries && !wants.run) return;
    const steps = pieces.length > 0 ? pieces : [{}];
    let whole: LoggedByName = {};
    ready = steps.map((outputs, at) => {
      const last = at === steps.length - 1;
      whole = mergeOutputs(whole, outputs);
      return event(outputs, last ? to.yields : 0, last ? to.seq : resumeAt, whole);
    });
  }

  /** Merges all that is new, as far as one event may carry. */
  async function merge(first: Slice): Promise<void> {
    const [only] = first.entries;
    if (only && first.entries.length === 1) {
      const one = go(newest.after(state.seq) ?? newest.add(only, fold(state, only)));
      if (one) ready.push(one);
      return;
    }
    const { maxEventBytes: maxBytes } = options;
    const merged = await mergeNew(state, first, { logs, run: record.id, wants, maxBytes });
    state = merged.state;
    if (merged.any) ready.push(event(merged.outputs, merged.yields));
  }

  /** Reads on. `false`: nothing is new. */
  async function read(): Promise<boolean> {
    if (!begun) {
      begun = true;
      const { after } = options;
      const place = after === undefined ? undefined : await logs.at(record.id, after);
      if (place && place.seq === after) state = place;
      else state = { ...state, seq: after ?? 0 };
      if (after === undefined && delivery === "LATEST") {
        jump((await logs.head(record.id)) ?? state);
        return true;
      }
    }
    const slice = await logs.read(record.id, state.seq, mostAtOnce);
    if (!slice) {
      const message = "The run has expired: its log is no longer kept.";
      ready.push({ ...event({}, 0), failure: { code: "RUN_NOT_FOUND", message } });
      // Over, and with nothing more to be said: any other status would be told as a second failure.
      state = { ...state, run: { ...state.run, status: "DONE" } };
      return true;
    }
    if (slice.base) {
      const head = delivery === "LATEST" ? await logs.head(record.id) : undefined;
      jump(head ?? slice.base);
      if (!head) entries = slice.entries;
      next = 0;
      return true;
    }
    // Nothing is new, unless it was the last entry of all after which this viewer began.
    if (slice.entries.length === 0) return isOver(state.run.status);
    if (delivery === "LATEST") {
      await merge(slice);
    } else {
      entries = slice.entries;
      next = 0;
    }
    return true;
  }

  /** The next event of what is known. */
  function take(): RunEvent | undefined {
    if (ready.length > 0) return ready.shift();
    if (!begun || delivery === "LATEST") return undefined;
    for (;;) {
      const step = newest.after(state.seq) ?? takeRead();
      const value = step && go(step);
      if (value || !step) return value;
    }
  }

  /** The next step of what this viewer has read itself. */
  function takeRead(): Step | undefined {
    while (next < entries.length) {
      const entry = entries[next++];
      if (entry && entry.seq > state.seq) return newest.add(entry, fold(state, entry));
    }
    return undefined;
  }

  /** An event for what stands in no log, where that has changed since the last one. */
  function presenceEvent(): RunEvent | undefined {
    return sent && hasMoved(sent, presence(), wants) ? event({}, 0) : undefined;
  }

  return {
    async next() {
      while (!left) {
        const value = take();
        if (value) return { value, done: false };
        if (isOver(state.run.status)) {
          const last = ending();
          leave();
          return last ? { value: last, done: false } : { value: undefined, done: true };
        }
        dirty = false;
        if (await read()) continue;
        const news = presenceEvent();
        if (news) return { value: news, done: false };
        if (!dirty && !left) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          wake = undefined;
          // Whoever takes merged events is sent one for all that comes in a turn of the event loop.
          if (delivery === "LATEST") await nextTurn();
        }
      }
      return { value: undefined, done: true };
    },
    async return() {
      leave();
      return { value: undefined, done: true };
    },
    nudge: changed,
    leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
