import type { RunSnapshot } from "./run-snapshot";

/**
 * How long a run has taken, now: a clock that runs between its events. Only differences on the clock of
 * `performance.now()` and the server's own durations go into it, so it is right where the time of day
 * of either side is not.
 */
export function elapsedAt(snapshot: RunSnapshot, now: number = performance.now()): number {
  const { phase, beganAt, elapsedMs } = snapshot;
  if (phase !== "running" || beganAt === undefined) return elapsedMs;
  return Math.max(elapsedMs, now - beganAt);
}
