import type { ArgumentProblem, RunProblem } from "@/lib/client/run-snapshot";

/** The faults that a problem says belong to inputs. */
export function faultsOf(problem: RunProblem | undefined): readonly ArgumentProblem[] {
  if (problem?.arguments) return problem.arguments;
  if (problem?.argument === undefined) return [];
  return [{ argument: problem.argument, message: problem.message }];
}
