import type { RunProblem } from "@/lib/client/run-snapshot";
import { faultsOf } from "./use-form";

/** The inputs whose files the server does not keep, or not any more. */
export function lostUploads(problem: RunProblem | undefined): string[] {
  if (!problem) return [];
  return faultsOf(problem)
    .filter(({ message }) => problem.code === "UPLOAD_NOT_FOUND" || /no such upload/.test(message))
    .map(({ argument }) => argument);
}
