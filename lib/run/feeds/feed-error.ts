import { ShownError } from "../../shown-error";

/** A piece was not taken in. */
export class FeedError extends ShownError {
  override name = "FeedError";
  /** `next`: the index of the piece that is expected. */
  override readonly details: { readonly next: number };

  constructor(
    readonly code: "FEED_GAP" | "FEED_FULL" | "FEED_ENDED",
    message: string,
    next: number,
  ) {
    super(message);
    this.details = { next };
  }
}
