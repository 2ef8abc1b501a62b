/** Counts how often what is played stood still because its next piece was late. */
export interface GapCount {
  readonly count: number;
  /** Something is shown. */
  playing(): void;
  /** It stands still, though it should not. */
  waiting(): void;
  /** What is shown next is sought, or is of another source: nobody is late with it. */
  expected(): void;
  /** Begins anew, at none. */
  reset(): void;
}

/** Makes a count of one player. */
export function createGapCount(): GapCount {
  let count = 0;
  let shown = false;
  let stalled = false;

  function expected(): void {
    shown = false;
    stalled = false;
  }
  return {
    get count() {
      return count;
    },
    playing() {
      if (stalled) count++;
      stalled = false;
      shown = true;
    },
    waiting() {
      if (shown) stalled = true;
    },
    expected,
    reset() {
      count = 0;
      expected();
    },
  };
}
