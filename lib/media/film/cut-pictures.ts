import type { CodedPacket } from "../mp4-chunk";

export interface CutOptions {
  /** Whether each key picture begins a group: who comes in the middle of a stream waits for one. */
  atKeys: boolean;
}

const rounding = 1e-3;

/**
 * Cuts pictures into groups of at most so many seconds: in front of key pictures where it can be, else
 * in front of any that all pictures behind are shown after, since players take decoding to go forwards.
 *
 * @param pictures in the order in which they are decoded
 * @param most in seconds; a group is longer only where one picture stands for longer
 */
export function cutPictures(
  pictures: readonly CodedPacket[],
  most: number,
  { atKeys }: CutOptions,
): CodedPacket[][] {
  const earliest = earliestFrom(pictures);
  const groups: CodedPacket[][] = [];
  let begin = 0;
  while (begin < pictures.length) {
    const start = earliest[begin] ?? 0;
    let cut = pictures.length;
    let clean = 0;
    let key = 0;
    let latest = Number.NEGATIVE_INFINITY;
    for (let at = begin; at < pictures.length; at++) {
      const picture = pictures[at] as CodedPacket;
      const end = Math.max(latest, picture.start + picture.duration);
      if (at > begin && (earliest[at] ?? 0) > latest - rounding) {
        clean = at;
        if (picture.key) key = at;
      }
      if ((atKeys && key > begin) || (end - start > most + 1e-6 && clean > begin)) {
        cut = key > begin ? key : clean;
        break;
      }
      latest = end;
    }
    groups.push(pictures.slice(begin, cut));
    begin = cut;
  }
  return groups;
}

/** For each place, when the first picture from there on is shown. */
function earliestFrom(pictures: readonly CodedPacket[]): number[] {
  const earliest: number[] = [];
  let first = Number.POSITIVE_INFINITY;
  for (let at = pictures.length - 1; at >= 0; at--) {
    first = Math.min(first, pictures[at]?.start ?? first);
    earliest[at] = first;
  }
  return earliest;
}
