/**
 * Seconds as a recorder shows them.
 *
 * @example elapsed(63.2, 90) // "1:03 / 1:30"
 */
export function elapsed(seconds: number, most?: number): string {
  return most === undefined ? clock(seconds) : `${clock(seconds)} / ${clock(most)}`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
