/**
 * A time in words that stay short: `38 ms`, `5.12 s`, `1:05 min`, `2:03:09 h`.
 *
 * @param places of seconds below a minute
 */
export function duration(milliseconds: number, places = 2): string {
  if (milliseconds < 999.5 && places === 2) return `${Math.round(milliseconds)} ms`;
  return clockTime(milliseconds, places);
}

/** As `duration`, but below a second too in seconds, so that a clock does not change its unit. */
export function clockTime(milliseconds: number, places = 2): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 60) return `${seconds.toFixed(places)} s`;
  const whole = Math.floor(seconds);
  const tail = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
  return whole < 3600 ? `${tail.replace(/^0/, "")} min` : `${Math.floor(whole / 3600)}:${tail} h`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
