import type { Bench } from "./create-bench";
import type { Figure, Measure } from "./measure";

/** What a figure was in each round. */
export interface Found {
  figure: Figure;
  values: number[];
  /** With the same workload on Gradio, where that was asked for and is possible. */
  gradio: number | undefined;
}

export interface Result {
  name: string;
  workload: string;
  found: Found[];
  /** Why there is nothing, where a round has failed. */
  failure: string | undefined;
}

/**
 * Does the rounds of one measure. A round that fails ends them, and is told in the result: the other
 * measures are worth having all the same.
 *
 * @param gradio one round of the same workload with Gradio
 */
export async function runMeasure(
  name: string,
  measure: Measure,
  bench: Bench,
  gradio?: () => Promise<{ [figure: string]: number | undefined }>,
): Promise<Result> {
  const { workload, figures, warmUp = false, rounds = 3 } = measure;
  const result: Result = { name, workload, found: [], failure: undefined };
  try {
    const seen: { readonly [figure: string]: number }[] = [];
    if (warmUp) await measure.round(bench);
    for (let round = 0; round < rounds; round++) seen.push(await measure.round(bench));
    const other = await gradio?.();
    result.found = Object.entries(figures).map(([key, figure]) => ({
      figure,
      values: seen.map((values) => values[key] ?? Number.NaN),
      gradio: other?.[key],
    }));
  } catch (error) {
    result.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return result;
}
