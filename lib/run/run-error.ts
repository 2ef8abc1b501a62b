/** What was asked of a run cannot be done. The message may be shown; `code` is what the wire says. */
export class RunError extends Error {
  override name = "RunError";

  constructor(
    readonly code: "RUN_NOT_FOUND" | "WRONG_KEY" | "BAD_CURSOR" | "DEMO_NOT_FOUND",
    message: string,
  ) {
    super(message);
  }
}
