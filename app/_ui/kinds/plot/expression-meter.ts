/** What an expression of a plot was not let do. */
export class ExpressionFault extends Error {
  override name = "ExpressionFault";
}

/** Counts what the expressions of one plot do, so that none of them keeps its page from answering. */
export interface ExpressionMeter {
  /** Begins anew: for the next drawing, or what somebody has done to the plot. */
  renew(): void;
  /** @throws ExpressionFault where too much was done since the last beginning */
  spend(steps: number, by: string): void;
}

/** Steps that may be taken for one drawing: less than a second's. */
const most = 20_000_000;

export function createExpressionMeter(): ExpressionMeter {
  let spent = 0;
  return {
    renew() {
      spent = 0;
    },
    spend(steps, by) {
      spent += steps;
      if (spent <= most) return;
      throw new ExpressionFault(
        `${by} does more than a plot may: reckon it in the demo, and yield rows that have it.`,
      );
    },
  };
}
