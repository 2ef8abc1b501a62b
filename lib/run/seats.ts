import { LimitError } from "../store/limit-error";

/** The places that there are for all viewers of a process. */
export interface Seats {
  /**
   * Takes one for a viewer who comes, and gives it back where nobody does.
   *
   * @throws LimitError `TOO_MANY_VIEWERS`
   */
  take<Viewer>(come: () => Promise<Viewer>): Promise<Viewer>;
  /** A viewer has left. */
  free(): void;
}

export function createSeats(most: number): Seats {
  let taken = 0;
  return {
    async take(come) {
      if (taken >= most) {
        const what = `${taken.toLocaleString("en")} viewers are watching already`;
        throw new LimitError("TOO_MANY_VIEWERS", what, "YIELDCAST_MAX_VIEWERS");
      }
      taken++;
      try {
        return await come();
      } catch (error) {
        taken--;
        throw error;
      }
    },
    free() {
      taken--;
    },
  };
}
