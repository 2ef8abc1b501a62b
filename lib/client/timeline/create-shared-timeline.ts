import { createFrame } from "../frame";
import type { RunSnapshot } from "../run-snapshot";
import { createTrack, type Track, type TrackOptions } from "./create-track";
import { readView, yieldOf } from "./read-view";
import { createReplayClock, type Rate, type ReplayClock } from "./replay-clock";
import { createRunPoll } from "./run-poll";
import type { ShownInstant } from "./shown-instant";
import { canStep, type Step, stepOf } from "./step-of";
import type { Timeline, TimelineTrack, TimelineView } from "./timeline";
import { groupTracks, isPast } from "./track-group";
import { createWishes } from "./wishes";

/** A short look at the log of a run that nobody has scrubbed: its first pictures. */
const pagesOfPeek = 5;
/** For the events of all runs together. */
const mostBytes = 64 * 2 ** 20;

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
  const all = groupTracks(tracks);
  const wishes = createWishes({
    isBusy: () => all.busy,
    load() {
      for (const track of all.known) track.load();
    },
  });
  /** The instant that is looked at; `undefined`: the newest. */
  let at: number | undefined;
  let clock: ReplayClock | undefined;
  let rate: Rate = 1;
  const poll = createRunPoll(pollMs, () => (at === undefined ? [] : all.known));
  let view = read();
  let shown: readonly (ShownInstant | undefined)[] = [];

  function read(): TimelineView {
    return readView({
      tracks,
      all,
      at,
      playing: clock !== undefined,
      rate,
      loading: wishes.waiting,
    });
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
    wishes.settle();
    publish();
  }
  function onRest(): void {
    onEvents();
    poll.schedule();
  }

  function show(instant: number, stepped?: Step): void {
    at = instant;
    const how = { playing: clock !== undefined, rate, moment: stepped?.moment };
    for (const track of all.known) {
      if (isPast(track, instant)) track.show(instant, how);
      else track.newest();
    }
  }

  function newest(): void {
    clock = undefined;
    frame.cancel();
    poll.stop();
    at = undefined;
    wishes.clear();
    for (const track of tracks) track.newest();
  }

  function lookAt(instant: number): void {
    at = instant;
    wishes.clear();
    const isHere = () => all.known.every((track) => track.has(instant));
    wishes.when(isHere, () => show(Math.max(all.begin, instant)));
    poll.schedule();
  }

  function move(by: 1 | -1, again = false): void {
    const step = stepOf(tracks, at, by);
    const isMore = (track: Track) =>
      !track.complete && track.yields > (track.record.events.last?.yields ?? 0);
    if (step) show(step.at, step);
    // The answer may have been on its way when that yield came.
    else if (by > 0 && !again && all.known.some(isMore)) {
      wishes.when(
        () => false,
        () => move(by, true),
      );
    } else if (by > 0 && all.over) newest();
  }

  function tick(): void {
    if (!clock) return;
    const position = clock.position();
    if (position >= all.end) newest();
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

  function observe(track: Track, snapshot: RunSnapshot): void {
    const wasKnown = track.live !== undefined;
    if (track.observe(snapshot) && wasKnown) newest();
    if (at !== undefined) {
      // The end of a run may come between two polls.
      if (track.over && !track.complete) track.load();
      // It has come to the instant that is looked at.
      const isDue = !track.shown && !track.problem && track.live && isPast(track, at);
      if (isDue && !wishes.waiting) lookAt(at);
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
          return yieldOf(track, at);
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
    pauses: all.pauses,
    touch() {
      for (const track of tracks) if (!track.isHere) track.load();
      publish();
    },
    peek() {
      for (const track of tracks) if (!track.known && !track.busy) track.load(pagesOfPeek);
      publish();
    },
    seek(elapsedMs) {
      if (all.known.length === 0) return;
      if (elapsedMs >= all.end) newest();
      else {
        halt();
        lookAt(Math.max(all.begin, elapsedMs));
      }
      publish();
    },
    toBegin() {
      if (all.known.length === 0) return;
      halt();
      at = all.begin;
      wishes.clear();
      const isHere = (track: Track) => track.record.events.first !== undefined || track.problem;
      wishes.when(
        () => all.known.every(isHere),
        () => {
          at = all.begin;
          const how = { playing: false, rate };
          for (const track of all.known)
            track.show(at, { ...how, moment: track.record.events.first });
          poll.schedule();
        },
      );
      publish();
    },
    step(by) {
      if (all.known.length === 0) return;
      halt();
      wishes.when(
        () => canStep(tracks, at ?? all.end, by),
        () => {
          move(by);
          poll.schedule();
        },
      );
      publish();
    },
    toNewest() {
      newest();
      publish();
    },
    play() {
      if (!all.over || clock) return;
      wishes.when(
        () => all.known.every((track) => track.complete || track.problem),
        () => {
          if (clock || tracks.every(({ record }) => !record.events.last)) return;
          clock = createReplayClock({ pauses: all.pauses(), rate });
          clock.start(Math.max(all.begin, at ?? 0));
          tick();
        },
      );
      publish();
    },
    pause() {
      halt();
      wishes.clear();
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
