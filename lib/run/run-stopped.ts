import type { RunFailure } from "../store/snapshot";

/**
 * Why a run was stopped; the reason of its signal. Its name is that of every abort, so that a demo's
 * `error.name === "AbortError"` holds.
 */
export class RunStopped extends Error {
  override name = "AbortError";

  constructor(
    readonly status: "CANCELLED" | "FAILED",
    readonly failure: RunFailure | undefined,
  ) {
    super(failure?.message ?? "The run was stopped.");
  }
}
