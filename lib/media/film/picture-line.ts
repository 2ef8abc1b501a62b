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

export function createPictureLine(): PictureLine {
  let held: CodedPacket[] = [];
  let reorders = false;
  let sure = false;
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
      return timed(all.slice(0, count), earliestStart(held));
    },
  };
}

/**
 * Gives each picture the time until the next one; a demuxer guesses at a piece's end. The next one may
 * not have come, while one that is shown behind it has: then the usual time is taken.
 */
function timed(pictures: readonly CodedPacket[], next: number): CodedPacket[] {
  const order = pictures.map(({ start }) => start).sort((a, b) => a - b);
  const last = order.at(-1) ?? 0;
  const usual = order.length > 1 ? (last - (order[0] ?? 0)) / (order.length - 1) : next - last;
  const until = new Map(order.map((start, at) => [start, order[at + 1]]));
  return pictures.map((picture) => {
    const guessed = Number.isFinite(next) ? Math.min(next, last + usual) : last + picture.duration;
    const duration = (until.get(picture.start) ?? guessed) - picture.start;
    return { ...picture, duration: duration > 0 ? duration : usual || 1 / 30 };
  });
}
