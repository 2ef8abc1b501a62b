import type { Client } from "@urql/core";
import { createFrame } from "../frame";
import { isOver, type RunSnapshot } from "../run-snapshot";
import type { OnWake } from "../wake";
import { createEventLoader, type EventLoader } from "./event-loader";
import { createReplayClock, type Rate, type ReplayClock } from "./replay-clock";
import { createRunRecord, type RunRecordOptions } from "./run-record";
import { type ShownInstant, shownInstant } from "./shown-instant";
import type { Timeline, TimelineView } from "./timeline";

export interface TimelineOptions extends RunRecordOptions {
  client: Client;
  /** The query of the demo's page for its runs' events. */
  document: string;
  onWake: OnWake;
  /** Milliseconds between two looks at what is new while somebody looks back. Default: 1,000. */
  pollMs?: number;
}

/** A short look at the log of a run that nobody has scrubbed: its first pictures. */
const pagesOfPeek = 5;

export function createTimeline(options: TimelineOptions): Timeline {
  const { client, document, onWake, pollMs = 1000 } = options;
  const listeners = new Set<() => void>();
  const frame = createFrame(tick);
  let record = createRunRecord(options);
  let loader: EventLoader | undefined;
  let live: RunSnapshot | undefined;
  /** The instant that is looked at; `undefined`: the newest. */
  let at: number | undefined;
  let shown: ShownInstant | undefined;
  let clock: ReplayClock | undefined;
  let rate: Rate = 1;
  /** What was asked for and waits for the log. */
  let waiting: (() => void)[] = [];
  let poll: ReturnType<typeof setTimeout> | undefined;
  let view = read();

  const over = () => live !== undefined && isOver(live.phase);
  const begin = () => (record.events.folded ? (record.events.first?.elapsedMs ?? 0) : 0);
  const end = () => Math.max(live?.elapsedMs ?? 0, record.events.last?.elapsedMs ?? 0);

  function read(): TimelineView {
    const logged = record.events.last?.yields ?? 0;
    const yields = loader?.complete ? logged : Math.max(live?.yields ?? 0, logged);
    return {
      run: live?.run?.id,
      back: at !== undefined,
      at: at ?? (live ? end() : 0),
      begin: live ? begin() : 0,
      end: live ? end() : 0,
      over: live ? over() : false,
      yield: at === undefined ? yields : (shown?.snapshot.yields ?? 0),
      yields,
      playing: clock !== undefined,
      rate,
      loading: waiting.length > 0,
      folded: record.events.folded,
      known: loader !== undefined && !loader.busy,
      problem: loader?.problem,
    };
  }

  function publish(): void {
    const next = read();
    const keys = Object.keys(next) as (keyof TimelineView)[];
    if (keys.every((key) => next[key] === view[key])) return;
    view = next;
    for (const listener of [...listeners]) listener();
  }

  function reset(): void {
    clearTimeout(poll);
    frame.cancel();
    loader?.dispose();
    record = createRunRecord(options);
    loader = undefined;
    at = undefined;
    shown = undefined;
    clock = undefined;
    waiting = [];
  }

  function load(pages?: number): void {
    const run = live?.run?.id;
    if (run === undefined) return;
    loader ??= createEventLoader({
      client,
      document,
      run,
      onWake,
      goesOn: () => !over(),
      onEvents(events) {
        record.append(events);
        // What is looked for may be in this page already.
        if (at !== undefined && waiting.length > 0 && at < (record.events.last?.elapsedMs ?? 0)) {
          settle();
        }
        publish();
      },
      onRest() {
        settle();
        schedulePoll();
        publish();
      },
    });
    loader.load(pages);
  }

  /** A run that goes on is looked after while somebody looks back. */
  function schedulePoll(): void {
    clearTimeout(poll);
    if (at === undefined || over() || loader?.complete || loader?.problem) return;
    poll = setTimeout(() => load(), pollMs);
  }

  /** Whether each yield that is known of is here. */
  function isHere(): boolean {
    const { last } = record.events;
    return last !== undefined && (loader?.complete || last.yields >= (live?.yields ?? 0));
  }

  function when(isReady: boolean, task: () => void): void {
    if (isReady || loader?.problem !== undefined) task();
    else {
      waiting.push(task);
      load();
    }
  }

  function settle(): void {
    const tasks = waiting;
    waiting = [];
    for (const task of tasks) task();
  }

  function show(elapsedMs: number, moment = record.events.momentAt(elapsedMs)): void {
    at = elapsedMs;
    if (!moment || !live) return;
    shown = shownInstant({ live, moment, at, record, playing: clock !== undefined, rate }, shown);
  }

  function newest(): void {
    clock = undefined;
    frame.cancel();
    clearTimeout(poll);
    at = undefined;
    shown = undefined;
    waiting = [];
  }

  function move(by: 1 | -1, again = false): void {
    const { events } = record;
    if (events.last === undefined) return;
    const now = shown?.snapshot.yields ?? events.last.yields;
    const first = events.first?.yields ?? 0;
    const wanted = Math.max(now + by, Math.max(1, first));
    if (wanted > events.last.yields) {
      // The answer may have been on its way when that yield came.
      if (!again && wanted <= (live?.yields ?? 0) && !loader?.complete) {
        when(false, () => move(by, true));
      } else if (over()) newest();
      return;
    }
    const moment = events.momentOfYield(wanted);
    if (moment) show(moment.elapsedMs, moment);
  }

  function tick(): void {
    if (!clock) return;
    const position = clock.position();
    if (position >= end()) newest();
    else {
      show(position);
      frame.request();
    }
    publish();
  }

  function halt(): void {
    if (!clock || at === undefined) return;
    clock = undefined;
    frame.cancel();
    show(at);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getView: () => view,
    getShown: () => shown,
    get record() {
      return record;
    },
    observe(snapshot) {
      if (snapshot.run?.id !== live?.run?.id) reset();
      live = snapshot.run ? snapshot : undefined;
      if (live) record.observe(live);
      // The end of a run may come between two polls.
      if (at !== undefined && over() && !loader?.complete) load();
      publish();
    },
    touch() {
      if (!isHere()) load();
      publish();
    },
    peek() {
      if (!loader) load(pagesOfPeek);
      publish();
    },
    seek(elapsedMs) {
      if (!live) return;
      if (elapsedMs >= end()) newest();
      else {
        halt();
        at = Math.max(begin(), elapsedMs);
        waiting = [];
        const isLoaded = (record.events.last?.elapsedMs ?? -1) > at || isHere();
        when(isLoaded, () => at !== undefined && show(Math.max(begin(), at)));
        schedulePoll();
      }
      publish();
    },
    toBegin() {
      if (!live) return;
      halt();
      at = begin();
      when(record.events.first !== undefined, () => {
        const { first } = record.events;
        if (first) show(begin(), first);
        schedulePoll();
      });
      publish();
    },
    step(by) {
      if (!live) return;
      halt();
      const { last } = record.events;
      const now = shown?.snapshot.yields;
      const isLoaded = now !== undefined && last !== undefined && now + by <= last.yields;
      when(isLoaded || isHere(), () => {
        move(by);
        schedulePoll();
      });
      publish();
    },
    toNewest() {
      newest();
      publish();
    },
    play() {
      if (!over() || clock) return;
      when(loader?.complete ?? false, () => {
        if (!record.events.last || clock) return;
        clock = createReplayClock({ pauses: record.pauses(end()), rate });
        clock.start(Math.max(begin(), at ?? 0));
        tick();
      });
      publish();
    },
    pause() {
      halt();
      waiting = [];
      publish();
    },
    setRate(next) {
      rate = next;
      clock?.setRate(next);
      if (clock && at !== undefined) show(at);
      publish();
    },
    dispose() {
      newest();
      loader?.dispose();
      listeners.clear();
    },
  };
}
