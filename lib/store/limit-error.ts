import { ShownError } from "../shown-error";

/** A limit was hit. The message says which one, and the setting that raises it. */
export class LimitError extends ShownError {
  override name = "LimitError";

  /**
   * @param code what the wire says, such as `QUEUE_FULL`
   * @param what what was hit, as a sentence without its full stop
   * @param setting the environment variable that sets it
   */
  constructor(
    readonly code: string,
    what: string,
    setting: string,
  ) {
    super(`${what}. ${setting} sets this limit.`);
  }
}
