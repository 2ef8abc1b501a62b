/** After a stall of the machine it is behind by at most so many milliseconds, and makes those good. */
const mostBehind = 100;

/**
 * Makes a beat that never drifts: each one is counted from when the one before was due, not from when it
 * came, so what timers are late by does not add up.
 *
 * @param sleep the run's own
 * @returns waits until so many milliseconds after the last beat
 */
export function createBeat(
  sleep: (milliseconds: number) => Promise<void>,
  now = () => performance.now(),
): (milliseconds: number) => Promise<void> {
  let due = now();
  return (milliseconds) => {
    due = Math.max(due + milliseconds, now() - mostBehind);
    return sleep(Math.max(0, due - now()));
  };
}
