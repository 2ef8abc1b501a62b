/** Bytes that may wait in the feeds of all runs together: runs that wait for their turn are fed as well. */
export interface FeedBudget {
  fits(bytes: number): boolean;
  take(bytes: number): void;
  giveBack(bytes: number): void;
}

/** @example const budget = createFeedBudget(settings.YIELDCAST_MAX_FEEDS_TOTAL_BYTES) */
export function createFeedBudget(mostBytes: number): FeedBudget {
  let taken = 0;
  return {
    fits: (bytes) => taken + bytes <= mostBytes,
    take(bytes) {
      taken += bytes;
    },
    giveBack(bytes) {
      taken -= bytes;
    },
  };
}
