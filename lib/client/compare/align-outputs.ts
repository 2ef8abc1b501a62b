import type { OutputDescription } from "../../demo/describe";

/** Outputs that stand beside each other, one at most for each run. */
export type OutputRow = readonly (OutputDescription | undefined)[];

/**
 * Lines up what runs yield: outputs of one name and kind beside each other, in the order of the first
 * demo that has them; below them what the demos have by themselves, each in the column of its run.
 *
 * @param runs the outputs of each run's demo
 */
export function alignOutputs(
  runs: readonly (readonly OutputDescription[])[],
): readonly OutputRow[] {
  const rows = new Map<string, (OutputDescription | undefined)[]>();
  for (const [column, outputs] of runs.entries()) {
    for (const output of outputs) {
      const key = `${output.kind} ${output.name}`;
      const row = rows.get(key) ?? runs.map(() => undefined);
      row[column] = output;
      rows.set(key, row);
    }
  }
  const all = [...rows.values()];
  const isShared = (row: OutputRow) => row.filter(Boolean).length > 1;
  const own = runs.map((_, column) =>
    all.filter((row) => !isShared(row)).flatMap((row) => row[column] ?? []),
  );
  const depth = Math.max(0, ...own.map(({ length }) => length));
  const below = Array.from({ length: depth }, (_, at) => own.map((outputs) => outputs[at]));
  return [...all.filter(isShared), ...below];
}
