import type { Track } from "./create-track";
import { type Pause, sharedPauses } from "./pauses";

/** What the runs on a timeline are together; those that are not known yet are left out. */
export interface TrackGroup {
  readonly known: readonly Track[];
  /** Whether all are. */
  readonly over: boolean;
  /** The first instant that is kept of any, and the newest of any, in milliseconds. */
  readonly begin: number;
  readonly end: number;
  readonly busy: boolean;
  pauses(): readonly Pause[];
}

export function groupTracks(tracks: readonly Track[]): TrackGroup {
  const known = () => tracks.filter(({ live }) => live);
  const end = () => Math.max(0, ...tracks.map((track) => track.end));
  return {
    get known() {
      return known();
    },
    get over() {
      return known().length > 0 && known().every((track) => track.over);
    },
    get begin() {
      const begins = known().map((track) => track.begin);
      return begins.length > 0 ? Math.min(...begins) : 0;
    },
    get end() {
      return end();
    },
    get busy() {
      return tracks.some((track) => track.busy);
    },
    pauses: () => sharedPauses(known().map(({ record }) => record.pauses(end()))),
  };
}

/** Whether an instant lies in what a run has behind it, rather than still to come. */
export function isPast(track: Track, instant: number): boolean {
  return track.over || track.end >= instant;
}
