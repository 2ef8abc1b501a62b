import { preview } from "./preview";

/** A generator yielded something that its output cannot show. */
export class YieldError extends Error {
  override name = "YieldError";

  /**
   * @param expected what the output takes, after "expects": `a string`
   * @param came the value that came, or words for it
   */
  constructor(expected: string, came: { value: unknown } | string) {
    super(`expects ${expected}; got ${typeof came === "string" ? came : preview(came.value)}`);
  }
}
