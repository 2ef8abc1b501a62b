import type { PlayerSnapshot } from "@/lib/client/players/player";

const steps = [10, 15, 20, 30, 45, 60, 90];

/**
 * The seconds that a bar reaches over. What still grows is given room, in steps, lest all of it move
 * with each chunk; in the end it is as long as what there is.
 */
export function shownSpan({
  start,
  end,
  live,
}: Pick<PlayerSnapshot, "start" | "end" | "live">): number {
  const length = end - start;
  if (!live) return Math.max(length, 0.001);
  const step = steps.find((each) => each > length);
  if (step) return step;
  const minutes = Math.ceil(length / 60 + 0.01);
  return 60 * (minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5);
}
