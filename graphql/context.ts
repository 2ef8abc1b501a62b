import type { House } from "../lib/house";

/** What every resolver gets. */
export interface Context {
  readonly house: House;
  /** Aborted when the caller's connection is lost. */
  readonly signal: AbortSignal | undefined;
}
