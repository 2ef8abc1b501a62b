import type { TimelineView } from "@/lib/client/timeline/timeline";
import { clockTime } from "../duration";

/**
 * What the slider says of itself: `2.4 s of 10.0 s, yield 3 of 12`.
 *
 * @param place which yield is looked at, in words
 */
export function valueWords(view: TimelineView, place = yieldWords(view)): string {
  const { back, over, at, end } = view;
  if (!back && !over) return "Live";
  return `${clockTime(at, 1)} of ${clockTime(end, 1)}, ${place}`;
}

/** Which yield of how many: `yield 3 of 12`. */
export function yieldWords(view: { readonly yield: number; readonly yields: number }): string {
  return `yield ${view.yield.toLocaleString("en")} of ${view.yields.toLocaleString("en")}`;
}

interface InstantWordsOptions {
  /** Whether somebody has come near the timeline. */
  used: boolean;
  /** Which yield is looked at, in words. */
  place: string;
  /** What is said while the newest is looked at. */
  otherwise: string | undefined;
}

/** Below the bar: where it stands, or why not. */
export function instantWords(
  { back, at, begin, folded, loading, problem }: TimelineView,
  { used, place, otherwise }: InstantWordsOptions,
): string {
  if (problem && (used || back)) return problem;
  if (loading) return "Loading what came before";
  if (back) {
    const first = folded && at <= begin ? " · what came before is not kept one by one" : "";
    return `${clockTime(at)}${place && ` · ${place}`}${first}`;
  }
  if (otherwise) return otherwise;
  return folded && used ? `Kept from ${clockTime(begin)} on` : "";
}
