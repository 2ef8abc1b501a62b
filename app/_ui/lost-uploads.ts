import type { RunProblem } from "@/lib/client/run-snapshot";
import { faultsOf } from "./faults-of";

const lost = "UPLOAD_NOT_FOUND";

/**
 * The inputs whose files the server does not keep, or not any more.
 *
 * @param inputs all whose values are files: one of a run that has waited for its turn is not named
 */
export function lostUploads(problem: RunProblem | undefined, inputs: readonly string[]): string[] {
  if (problem?.code === lost) return [...inputs];
  return faultsOf(problem)
    .filter(({ code, argument }) => code === lost && inputs.includes(argument))
    .map(({ argument }) => argument);
}
