import type { CodePiece } from "./highlighter";

/** To the worker: code that goes on where the last message of the same `text` ended. */
export interface HighlightRequest {
  readonly text: number;
  readonly language: string;
  /** Whole lines. */
  readonly lines: readonly string[];
  /** The line behind them, which is not whole yet. */
  readonly rest: string;
}

/** From the worker, in the order of the requests. */
export interface HighlightAnswer {
  readonly text: number;
  /** `undefined`: the language could not be had. */
  readonly lines: readonly (readonly CodePiece[])[] | undefined;
  readonly rest: readonly CodePiece[];
}

/** To the worker: a text that is not shown any more. */
export interface HighlightEnd {
  readonly ended: number;
}
