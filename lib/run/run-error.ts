import { ShownError } from "../shown-error";

/** What was asked of a run cannot be done. */
export class RunError extends ShownError {
  override name = "RunError";

  constructor(
    readonly code:
      | "RUN_NOT_FOUND"
      | "RUN_OVER"
      | "NO_SUCH_INPUT"
      | "WRONG_KEY"
      | "BAD_CURSOR"
      | "DEMO_NOT_FOUND",
    message: string,
  ) {
    super(message);
  }
}
