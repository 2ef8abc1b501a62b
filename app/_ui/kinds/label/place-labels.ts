import type { Confidence } from "@/lib/kinds/label";

/**
 * Orders classes by confidence, but lets two that are next to each other stay as they were where they
 * are less than `slack` apart: bars of nearly the same length would else change places all the time.
 *
 * @param before the labels in their order of before
 */
export function placeLabels(
  before: readonly string[],
  confidences: readonly Confidence[],
  slack: number,
): Confidence[] {
  const places = new Map(before.map((label, place) => [label, place]));
  const placeOf = ({ label }: Confidence) => places.get(label) ?? before.length;
  // Sorting keeps the order of equals: newcomers come last, the most confident of them first.
  const placed = [...confidences].sort((one, other) => placeOf(one) - placeOf(other));
  for (let at = 1; at < placed.length; at++) {
    for (let place = at; place > 0; place--) {
      const [one, other] = [placed[place - 1], placed[place]];
      if (!one || !other || other.confidence <= one.confidence + slack) break;
      placed[place - 1] = other;
      placed[place] = one;
    }
  }
  return placed;
}
