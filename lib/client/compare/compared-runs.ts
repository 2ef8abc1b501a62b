import { writeInstant } from "../timeline/parse-instant";

/** So many fit side by side. */
export const mostCompared = 4;

export interface ComparedRuns {
  /** Their ids, in the order of their columns. */
  readonly runs: readonly string[];
  /** What is wrong with the address, as sentences. */
  readonly faults: readonly string[];
}

/**
 * Reads the runs of an address that compares them: `?run=…&run=…`.
 *
 * @param given what stands behind each `run=`
 */
export function readComparedRuns(given: string | readonly string[] | undefined): ComparedRuns {
  const asked = [given ?? []].flat().filter((run) => run !== "");
  const unique = [...new Set(asked)];
  const twice = unique.filter((run) => asked.indexOf(run) !== asked.lastIndexOf(run));
  const runs = unique.slice(0, mostCompared);
  const tooMany = unique.slice(mostCompared);
  const faults = twice.slice(0, mostCompared).map((run) => {
    return `The run ${nameOfRun(run)} is named twice in the address: it is shown once. Name another run in its place.`;
  });
  if (tooMany.length > 0) {
    const named = tooMany.slice(0, mostCompared).map(nameOfRun).join(", ");
    const more = tooMany.length > mostCompared ? ` and ${tooMany.length - mostCompared} more` : "";
    faults.push(
      `The address names ${unique.length} runs, and ${mostCompared} fit side by side: ${named}${more} ${tooMany.length === 1 ? "is" : "are"} left out. Take others out of it to see ${tooMany.length === 1 ? "it" : "them"}.`,
    );
  }
  return { runs, faults };
}

/**
 * The address at which runs are compared.
 *
 * @param elapsedMs the instant to be looked at, in milliseconds since the beginning of each
 * @example comparedAddress(["a", "b"], 1500) // "/compare?run=a&run=b&t=1.5"
 */
export function comparedAddress(runs: readonly string[], elapsedMs?: number): string {
  const query = runs.map((run) => `run=${encodeURIComponent(run)}`);
  if (elapsedMs !== undefined) query.push(writeInstant(elapsedMs));
  return `/compare${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** A run's id in a sentence: anybody may have written it into the address. */
export function nameOfRun(run: string): string {
  return `“${run.length > 24 ? `${run.slice(0, 24)}…` : run}”`;
}
