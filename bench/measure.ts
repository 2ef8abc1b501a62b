import type { Bench } from "./create-bench";

/**
 * One number that a measure finds, in each of its rounds.
 *
 * @example { title: "events a second", unit: "/s", atLeast: 22_500 }
 */
export interface Figure {
  /** What is counted, so that a row of the table reads as a sentence. */
  title: string;
  /** Behind the number: `ms`, `MB`, `/s`, `×`; empty for a share. */
  unit: string;
  /** Decimals that are shown; none if left out. */
  digits?: number;
  /** What it must reach. A figure without either is told for what it says. */
  atLeast?: number;
  atMost?: number;
}

export type Figures<Name extends string> = { readonly [name in Name]: number };

/** Measures one thing, in rounds. */
export interface Measure<Name extends string = string> {
  /** What is done, in one line. */
  workload: string;
  figures: { readonly [name in Name]: Figure };
  /** How often it is done for the median; 3 if left out. */
  rounds?: number;
  /** Whether a first round, which finds everything cold, is done and not counted. */
  warmUp?: boolean;
  /**
   * One round.
   *
   * @param bench `bench.size` says whether the workload is a whole one, or a small one for tests
   * @throws Error where what came is not what was sent: a time counts only for what is right
   */
  round(bench: Bench): Promise<Figures<Name>>;
}

/** Says that an object is a measure; its figures' names are inferred. */
export function defineMeasure<const Name extends string>(measure: Measure<Name>): Measure<Name> {
  return measure;
}
