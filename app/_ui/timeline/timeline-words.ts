import type { TimelineView } from "@/lib/client/timeline/timeline";
import { clockTime } from "../duration";

/** What the slider says of itself: `2.4 s of 10.0 s, yield 3 of 12`. */
export function valueWords(view: TimelineView): string {
  const { back, over, at, end } = view;
  if (!back && !over) return "Live";
  return `${clockTime(at, 1)} of ${clockTime(end, 1)}, ${yieldWords(view)}`;
}

/** Which yield of how many: `yield 3 of 12`. */
export function yieldWords({ yield: place, yields }: TimelineView): string {
  return `yield ${place.toLocaleString("en")} of ${yields.toLocaleString("en")}`;
}
