import type { CodedPacket } from "../mp4-chunk";
import { earliestStart } from "./spans";

// Fewer say nothing of whether pictures are shown in another order than they are decoded in.
const leastPictures = 6;

/** The pictures of one stream, in the order in which they are decoded. */
export interface PictureLine {
  /**
   * Takes more pictures, and gives those behind which none is to come that is shown before them, each
   * with the time until the next one.
   *
   * @param whole whether nothing may be held back
   */
  add(pictures: readonly CodedPacket[], whole: boolean): CodedPacket[];
}

const noPicture = { start: 0, duration: 0 };

export function createPictureLine(): PictureLine {
  let held: CodedPacket[] = [];
  let reorders = false;
  let sure = false;
  let first = true;
  /** The usual time from one picture to the next. */
  let step = 1 / 30;
  return {
    add(pictures, whole) {
      const all = [...held, ...pictures];
      let latest = Number.NEGATIVE_INFINITY;
      // Those shown before it are decoded behind it, and may not have come.
      let anchor = 0;
      for (const [at, { start }] of all.entries()) {
        if (start < latest) reorders = true;
        else anchor = at;
        latest = Math.max(latest, start);
      }
      sure ||= whole || all.length >= leastPictures;
      const count = whole ? all.length : !sure ? 0 : reorders ? anchor : all.length;
      held = all.slice(count);
      const settled = all.slice(0, count);
      if (whole && first) {
        // A file says how long its last picture stands.
        const last = settled.reduce((a, b) => (b.start > a.start ? b : a), settled[0] ?? noPicture);
        step = last.duration > 0 ? last.duration : step;
      } else step = averageStep(settled.map(({ start }) => start)) ?? step;
      first = false;
      return timed(settled, earliestStart(held), step);
    },
  };
}

/**
 * Gives each picture the time until the next one. Where the next one has not come, the usual time is
 * taken: a demuxer that sees a piece can only guess.
 *
 * @param next when the first is shown of those that have come beside them
 */
function timed(pictures: readonly CodedPacket[], next: number, usual: number): CodedPacket[] {
  const order = pictures.map(({ start }) => start).sort((a, b) => a - b);
  const until = new Map(order.map((start, at) => [start, order[at + 1]]));
  const end = Math.min(next, (order.at(-1) ?? 0) + usual);
  return pictures.map((picture) => {
    const duration = (until.get(picture.start) ?? end) - picture.start;
    return { ...picture, duration: duration > 0 ? duration : usual };
  });
}

/** The time from one picture to the next, on average. */
function averageStep(starts: readonly number[]): number | undefined {
  const least = starts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = starts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return most > least ? (most - least) / (starts.length - 1) : undefined;
}
