import type { InputDescription } from "../../demo/describe";

/** How an input of a run stands to those of the same name of the other runs. */
export type Standing =
  /** All have the same value. */
  | "same"
  /** One at least has another value. */
  | "differs"
  /** The other runs are of demos that have no such input. */
  | "alone";

interface GivenRun {
  readonly demo: { readonly inputs: readonly Pick<InputDescription, "name" | "kind">[] };
  readonly inputs: { readonly [input: string]: unknown };
}

/**
 * Which inputs make runs different, by name, for each run. Inputs of one name but of different kinds
 * differ.
 */
export function differingInputs(
  runs: readonly GivenRun[],
): readonly { readonly [input: string]: Standing }[] {
  const found = new Map<string, { runs: number; values: Set<string> }>();
  for (const { demo, inputs } of runs) {
    for (const { name, kind } of demo.inputs) {
      const known = found.get(name) ?? { runs: 0, values: new Set() };
      found.set(name, known);
      known.runs++;
      known.values.add(`${kind} ${canonical(inputs[name])}`);
    }
  }
  const standing = ({ runs: count, values }: { runs: number; values: Set<string> }): Standing => {
    if (values.size > 1) return "differs";
    return count === 1 && runs.length > 1 ? "alone" : "same";
  };
  return runs.map(({ demo }) =>
    Object.fromEntries(
      demo.inputs.flatMap(({ name }) => {
        const known = found.get(name);
        return known ? [[name, standing(known)] as const] : [];
      }),
    ),
  );
}

/** A value as a text that is the same for equal ones: the order of an object's keys says nothing. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value ?? null, (_, part: unknown) => {
      if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ""
  );
}
