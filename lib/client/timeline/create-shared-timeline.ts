import { createFrame } from "../frame";
import type { RunSnapshot } from "../run-snapshot";
import { createTrack, type Track, type TrackOptions } from "./create-track";
import { sharedPauses } from "./pauses";
import { createReplayClock, type Rate, type ReplayClock } from "./replay-clock";
import type { ShownInstant } from "./shown-instant";
import { canStep, type Step, stepOf } from "./step-of";
import type { Timeline, TimelineTrack, TimelineView } from "./timeline";

/** A short look at the log of a run that nobody has scrubbed: its first pictures. */
const pagesOfPeek = 5;
/** For the events of all runs together. */
const mostBytes = 64 * 2 ** 20;

/** What was asked for, and when the logs are there for it; nothing waits any more once they are at rest. */
interface Wish {
  isReady(): boolean;
  task(): void;
}

/**
 * The timeline of several runs, which are looked at at the same time since the beginning of each. One
 * that ended earlier stays at its end; one that has not come so far is shown as it is, until it has.
 *
 * @param pollMs between two looks at what is new while somebody looks back, in milliseconds
 */
export function createSharedTimeline(each: readonly TrackOptions[], pollMs = 1000): Timeline {
  const listeners = new Set<() => void>();
  const frame = createFrame(tick);
  const tracks = each.map((options) =>
    createTrack({ maxBytes: mostBytes / each.length, ...options }, { onEvents, onRest }),
  );
  /** The instant that is looked at; `undefined`: the newest. */
  let at: number | undefined;
  let clock: ReplayClock | undefined;
  let rate: Rate = 1;
  let waiting: Wish[] = [];
  let poll: ReturnType<typeof setTimeout> | undefined;
  let view = read();
  let shown: readonly (ShownInstant | undefined)[] = [];

  function known(): readonly Track[] {
    return tracks.filter(({ live }) => live);
  }
  function over(): boolean {
    return known().length > 0 && known().every((track) => track.over);
  }
  function begin(): number {
    const begins = known().map((track) => track.begin);
    return begins.length > 0 ? Math.min(...begins) : 0;
  }
  function end(): number {
    return Math.max(0, ...tracks.map((track) => track.end));
  }
  /** Whether the instant lies in what a run has behind it. */
  function isPast(track: Track, instant: number): boolean {
    return track.over || track.end >= instant;
  }
  function yieldOf(track: Track): number {
    if (at === undefined || !isPast(track, at)) return track.yields;
    return track.shown?.snapshot.yields ?? 0;
  }

  function read(): TimelineView {
    const sum = (of: (track: Track) => number) =>
      tracks.reduce((before, track) => before + of(track), 0);
    const runs = known().flatMap(({ live }) => live?.run?.id ?? []);
    return {
      run: runs.length > 0 ? runs.join(" ") : undefined,
      back: at !== undefined,
      at: at ?? end(),
      begin: begin(),
      end: end(),
      over: over(),
      yield: sum(yieldOf),
      yields: sum((track) => track.yields),
      playing: clock !== undefined,
      rate,
      loading: waiting.length > 0,
      folded: tracks.some(({ record }) => record.events.folded),
      known: runs.length > 0 && known().every((track) => track.known),
      problem: tracks.find(({ problem }) => problem)?.problem,
    };
  }

  function publish(): void {
    const next = read();
    const nextShown = tracks.map((track) => track.shown);
    const keys = Object.keys(next) as (keyof TimelineView)[];
    const isSame = keys.every((key) => next[key] === view[key]);
    if (isSame && nextShown.every((instant, place) => instant === shown[place])) return;
    if (!isSame) view = next;
    shown = nextShown;
    for (const listener of [...listeners]) listener();
  }

  function onEvents(): void {
    settle();
    publish();
  }
  function onRest(): void {
    settle();
    schedulePoll();
    publish();
  }

  /** Runs that go on are looked after while somebody looks back. */
  function schedulePoll(): void {
    clearTimeout(poll);
    if (at === undefined) return;
    const goingOn = known().filter((track) => !track.over && !track.complete && !track.problem);
    if (goingOn.length === 0) return;
    poll = setTimeout(() => {
      for (const track of goingOn) track.load();
    }, pollMs);
  }

  function when(isReady: () => boolean, task: () => void): void {
    const isNext = waiting.length === 0 && isReady();
    waiting.push({ isReady, task });
    if (!isNext) for (const track of known()) track.load();
    settle();
  }

  function settle(): void {
    for (let [wish] = waiting; wish; [wish] = waiting) {
      if (tracks.some((track) => track.busy) && !wish.isReady()) return;
      waiting.shift();
      wish.task();
    }
  }

  function show(instant: number, stepped?: Step): void {
    at = instant;
    const how = { playing: clock !== undefined, rate, moment: stepped?.moment };
    for (const track of known()) {
      if (isPast(track, instant)) track.show(instant, how);
      else track.newest();
    }
  }

  function newest(): void {
    clock = undefined;
    frame.cancel();
    clearTimeout(poll);
    at = undefined;
    waiting = [];
    for (const track of tracks) track.newest();
  }

  function lookAt(instant: number): void {
    at = instant;
    waiting = [];
    const isHere = () => known().every((track) => track.has(instant));
    when(isHere, () => show(Math.max(begin(), instant)));
    schedulePoll();
  }

  function move(by: 1 | -1, again = false): void {
    const step = stepOf(tracks, at, by);
    const isMore = (track: Track) =>
      !track.complete && track.yields > (track.record.events.last?.yields ?? 0);
    if (step) show(step.at, step);
    // The answer may have been on its way when that yield came.
    else if (by > 0 && !again && known().some(isMore)) {
      when(
        () => false,
        () => move(by, true),
      );
    } else if (by > 0 && over()) newest();
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

  const pauses = () => sharedPauses(known().map(({ record }) => record.pauses(end())));

  function observe(track: Track, snapshot: RunSnapshot): void {
    const wasKnown = track.live !== undefined;
    if (track.observe(snapshot) && wasKnown) newest();
    if (at !== undefined) {
      // The end of a run may come between two polls.
      if (track.over && !track.complete) track.load();
      // It has come to the instant that is looked at.
      const isDue = !track.shown && !track.problem && track.live && isPast(track, at);
      if (isDue && waiting.length === 0) lookAt(at);
    }
    publish();
  }

  return {
    tracks: tracks.map(
      (track): TimelineTrack => ({
        getShown: () => track.shown,
        observe: (snapshot) => observe(track, snapshot),
        get record() {
          return track.record;
        },
        get yield() {
          return yieldOf(track);
        },
        get yields() {
          return track.yields;
        },
      }),
    ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getView: () => view,
    pauses,
    touch() {
      for (const track of tracks) if (!track.isHere) track.load();
      publish();
    },
    peek() {
      for (const track of tracks) if (!track.known && !track.busy) track.load(pagesOfPeek);
      publish();
    },
    seek(elapsedMs) {
      if (known().length === 0) return;
      if (elapsedMs >= end()) newest();
      else {
        halt();
        lookAt(Math.max(begin(), elapsedMs));
      }
      publish();
    },
    toBegin() {
      if (known().length === 0) return;
      halt();
      at = begin();
      waiting = [];
      const isHere = (track: Track) => track.record.events.first !== undefined || track.problem;
      when(
        () => known().every(isHere),
        () => {
          at = begin();
          const how = { playing: false, rate };
          for (const track of known())
            track.show(at, { ...how, moment: track.record.events.first });
          schedulePoll();
        },
      );
      publish();
    },
    step(by) {
      if (known().length === 0) return;
      halt();
      when(
        () => canStep(tracks, at ?? end(), by),
        () => {
          move(by);
          schedulePoll();
        },
      );
      publish();
    },
    toNewest() {
      newest();
      publish();
    },
    play() {
      if (!over() || clock) return;
      when(
        () => known().every((track) => track.complete || track.problem),
        () => {
          if (clock || tracks.every(({ record }) => !record.events.last)) return;
          clock = createReplayClock({ pauses: pauses(), rate });
          clock.start(Math.max(begin(), at ?? 0));
          tick();
        },
      );
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
      for (const track of tracks) track.dispose();
      listeners.clear();
    },
  };
}
