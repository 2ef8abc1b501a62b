import type { Track } from "./create-track";
import { lastBefore } from "./last-before";
import type { Moment } from "./log-event";

/** Where a step leads: to an instant, in milliseconds; of one run to a yield of it. */
export interface Step {
  readonly at: number;
  readonly moment?: Moment | undefined;
}

/**
 * The next yield, or the one before. Of one run each is a step, also those of one instant; of several
 * runs a step goes to the next instant at which any of them yielded.
 *
 * @param at the instant that is looked at, in milliseconds; `undefined`: the newest
 * @returns `undefined` where there is none, as far as the logs are here
 */
export function stepOf(
  tracks: readonly Track[],
  at: number | undefined,
  by: 1 | -1,
): Step | undefined {
  const [only, ...others] = tracks;
  if (only && others.length === 0) return yieldStep(only, by);
  const now = at ?? Number.POSITIVE_INFINITY;
  // The beginning is shown as it was before anything came in its millisecond.
  if (by > 0 && tracks.some((track) => hasMoreAt(track, now))) return stepTo(now);
  if (by > 0) return stepTo(Math.min(...tracks.map((track) => firstBehind(track, now))));
  // What is looked at stands at the last yield of any; the step goes before that.
  const here = Math.max(...tracks.map((track) => lastUpTo(track, now)));
  // Instants are whole milliseconds.
  return stepTo(Math.max(...tracks.map((track) => lastUpTo(track, here - 1))));
}

/** Whether what a step needs is here, so that nothing has to be waited for. */
export function canStep(tracks: readonly Track[], at: number, by: 1 | -1): boolean {
  const [only, ...others] = tracks;
  if (!only || others.length > 0) return tracks.every((track) => track.has(at));
  const { last } = only.record.events;
  const wanted = only.shown && only.shown.snapshot.yields + by;
  return only.isHere || (wanted !== undefined && last !== undefined && wanted <= last.yields);
}

function stepTo(at: number): Step | undefined {
  return Number.isFinite(at) ? { at } : undefined;
}

function yieldStep({ record: { events }, shown }: Track, by: 1 | -1): Step | undefined {
  const { first, last } = events;
  if (!last) return undefined;
  const now = shown?.snapshot.yields ?? last.yields;
  const wanted = Math.max(now + by, 1, first?.yields ?? 0);
  const moment = wanted > last.yields ? undefined : events.momentOfYield(wanted);
  return moment && { at: moment.elapsedMs, moment };
}

/** Whether a run yielded more up to the instant that is looked at than is shown of it. */
function hasMoreAt({ record: { events }, shown }: Track, at: number): boolean {
  return shown !== undefined && (events.momentAt(at)?.yields ?? 0) > shown.snapshot.yields;
}

/** When a run yielded last, up to an instant; -∞ where it had not. */
function lastUpTo({ record }: Track, at: number): number {
  const { yieldTimes } = record.events;
  return yieldTimes[placeUpTo(yieldTimes, at)] ?? Number.NEGATIVE_INFINITY;
}

/** When it yielded next, behind an instant; ∞ where it has not. */
function firstBehind({ record }: Track, at: number): number {
  const { yieldTimes } = record.events;
  return yieldTimes[placeUpTo(yieldTimes, at) + 1] ?? Number.POSITIVE_INFINITY;
}

function placeUpTo(times: readonly number[], at: number): number {
  return lastBefore(times.length, (place) => times[place] ?? 0, at);
}
