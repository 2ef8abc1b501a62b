/** One line of the results. */
export interface Row {
  measure: string;
  workload: string;
  /** The median of the repeats, in words with its unit. */
  result: string;
  /** The smallest and the largest of the repeats. */
  spread: string;
  /** What it is held against, in the same run. */
  limit: string;
  reached: boolean;
}

/** Where the two servers of one run are. */
export interface Servers {
  yieldcast: string;
  bare: string;
}

/** Measures one thing, checking what it received before it counts the time. */
export type Measure = (servers: Servers) => Promise<Row>;
