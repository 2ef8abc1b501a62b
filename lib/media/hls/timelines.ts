import type { MediaChunk } from "../chunks";
import { segmentEnd } from "./segments";

/** A segment as a playlist lists it. */
export interface Segment {
  readonly number: number;
  /** How many breaks there were up to it: places where its coding changes, or something is missing. */
  readonly breaks: number;
  /** Indices of its chunks, both included. */
  readonly first: number;
  readonly last: number;
  readonly init: string;
  /** In seconds. */
  readonly duration: number;
}

/** Numbers the segments of outputs, and remembers the numbers as the oldest chunks are dropped. */
export interface Timelines {
  /**
   * The closed segments of an output whose chunks are all there.
   *
   * @param key names the output among all
   */
  segments(key: string, chunks: readonly MediaChunk[], over: boolean): readonly Segment[];
}

interface Timeline {
  segments: Segment[];
  /** The chunk with which the next segment begins, and that segment's number. */
  nextChunk: number;
  nextNumber: number;
  breaks: number;
}

/**
 * Each call goes on where the one before stood, so a playlist that is read while its run grows costs
 * only what is new.
 *
 * @param most timelines that are remembered, of outputs that were asked for last
 */
export function createTimelines(most = 1000): Timelines {
  /** The least recently asked for first. */
  const known = new Map<string, Timeline>();

  function find(key: string, first: number): Timeline {
    const before = known.get(key);
    known.delete(key);
    // Nobody can say how many segments there were before the first chunk that is left. There were no
    // more than chunks, so players that were told smaller numbers see them grow.
    const timeline = before ?? { segments: [], nextChunk: first, nextNumber: first, breaks: first };
    known.set(key, timeline);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return timeline;
  }

  return {
    segments(key, chunks, over) {
      const start = chunks[0]?.index ?? 0;
      const timeline = find(key, start);
      timeline.segments = timeline.segments.filter(({ first }) => first >= start);
      if (timeline.nextChunk < start) {
        timeline.nextNumber += start - timeline.nextChunk;
        timeline.nextChunk = start;
        timeline.breaks++;
      }
      for (;;) {
        const from = timeline.nextChunk - start;
        const end = segmentEnd(chunks, from, over);
        const chunk = chunks[from];
        if (end === undefined || !chunk) return timeline.segments;
        const { init } = chunk;
        const previous = chunks[from - 1];
        if (previous && previous.init !== init) timeline.breaks++;
        timeline.segments.push({
          number: timeline.nextNumber++,
          breaks: timeline.breaks,
          first: timeline.nextChunk,
          last: start + end - 1,
          init,
          duration: chunks.slice(from, end).reduce((sum, each) => sum + each.duration, 0),
        });
        timeline.nextChunk = start + end;
      }
    },
  };
}
