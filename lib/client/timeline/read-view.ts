import type { Track } from "./create-track";
import type { TimelineView } from "./timeline";
import { isPast, type TrackGroup } from "./track-group";

interface ViewOptions extends Pick<TimelineView, "playing" | "rate" | "loading"> {
  tracks: readonly Track[];
  all: TrackGroup;
  /** The instant that is looked at, in milliseconds; `undefined`: the newest. */
  at: number | undefined;
}

/** What a timeline's bar shows of its tracks. */
export function readView({ tracks, all, at, ...rest }: ViewOptions): TimelineView {
  const sum = (of: (track: Track) => number) =>
    tracks.reduce((before, track) => before + of(track), 0);
  const runs = all.known.flatMap(({ live }) => live?.run?.id ?? []);
  return {
    ...rest,
    run: runs.length > 0 ? runs.join(" ") : undefined,
    back: at !== undefined,
    at: at ?? all.end,
    begin: all.begin,
    end: all.end,
    over: all.over,
    yield: sum((track) => yieldOf(track, at)),
    yields: sum((track) => track.yields),
    folded: tracks.some(({ record }) => record.events.folded),
    known: runs.length > 0 && all.known.every((track) => track.known),
    problem: tracks.find(({ problem }) => problem)?.problem,
  };
}

/** Which yield of a run is looked at. */
export function yieldOf(track: Track, at: number | undefined): number {
  if (at === undefined || !isPast(track, at)) return track.yields;
  return track.shown?.snapshot.yields ?? 0;
}
