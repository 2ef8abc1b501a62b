/** An instant that an address asks for. */
export type AskedInstant =
  | { readonly elapsedMs: number }
  /** What is wrong with it, as a sentence. */
  | { readonly fault: string };

/**
 * Reads `?t=` of a run's address: seconds from its beginning, such as `12.3` or `12.3s`.
 *
 * @returns `undefined` where none is asked for
 */
export function parseInstant(given: string | undefined): AskedInstant | undefined {
  if (given === undefined || given === "") return undefined;
  const seconds = /^\d{1,9}(\.\d{1,9})?s?$/.test(given) ? Number.parseFloat(given) : Number.NaN;
  // Whole milliseconds, as a run's times are: 1.001 s times 1,000 would be a little less than 1,001.
  if (Number.isFinite(seconds)) return { elapsedMs: Math.round(seconds * 1000) };
  const shown = given.length > 20 ? `${given.slice(0, 20)}…` : given;
  return { fault: `“${shown}” is no time in seconds, such as ?t=12.3: it was left out.` };
}

/** The query of an address that asks for an instant: `t=12.3`. */
export function writeInstant(elapsedMs: number): string {
  return `t=${Math.max(0, elapsedMs / 1000)
    .toFixed(3)
    .replace(/\.?0+$/, "")}`;
}
