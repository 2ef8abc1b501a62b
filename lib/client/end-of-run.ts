import type { PastRun } from "./past-run";
import type { RunSnapshot } from "./run-snapshot";

/**
 * What is remembered of a run that nothing more will come of here. One that the server does not know any
 * more is gone: how it ended nobody can tell.
 */
export function endOfRun({
  run,
  elapsedMs,
  error,
}: Pick<RunSnapshot, "run" | "elapsedMs" | "error">): Pick<
  PastRun,
  "status" | "elapsedMs" | "gone"
> {
  return {
    status: run?.status ?? "FAILED",
    ...(error?.code === "RUN_NOT_FOUND" ? { gone: true } : run?.startedAt && { elapsedMs }),
  };
}
