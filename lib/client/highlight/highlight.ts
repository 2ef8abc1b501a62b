import type { CodePiece } from "./highlighter";
import type { HighlightAnswer, HighlightEnd, HighlightRequest } from "./messages";

export interface Highlighted {
  readonly lines: readonly (readonly CodePiece[])[];
  readonly rest: readonly CodePiece[];
}

/** Colours one text, piece by piece, in another thread. */
export interface Highlight {
  /**
   * The colours of the next whole lines, and of the line behind them as far as it goes.
   *
   * @returns `undefined` where there are none: the language could not be fetched, or it has ended
   */
  read(lines: readonly string[], rest: string): Promise<Highlighted | undefined>;
  end(): void;
}

type Settle = (highlighted: Highlighted | undefined) => void;

let worker: Worker | undefined;
let texts = 0;
const waiting = new Map<number, Settle[]>();

/** Begins a text in a language that `knownLanguage` gave. All texts of a page share one thread. */
export function beginHighlight(language: string): Highlight {
  worker ??= begin();
  const thread = worker;
  const text = ++texts;
  waiting.set(text, []);
  return {
    read(lines, rest) {
      const settles = waiting.get(text);
      if (!settles) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        settles.push(resolve);
        thread.postMessage({ text, language, lines, rest } satisfies HighlightRequest);
      });
    },
    end() {
      for (const settle of waiting.get(text) ?? []) settle(undefined);
      waiting.delete(text);
      thread.postMessage({ ended: text } satisfies HighlightEnd);
    },
  };
}

function begin(): Worker {
  const begun = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  begun.addEventListener("message", ({ data }: MessageEvent<HighlightAnswer>) => {
    const { text, lines, rest } = data;
    waiting.get(text)?.shift()?.(lines && { lines, rest });
  });
  // Code is shown without colours then, and the next text tries again: the network may be back.
  begun.addEventListener("error", (event) => {
    event.preventDefault();
    begun.terminate();
    if (worker === begun) worker = undefined;
    for (const settles of waiting.values()) for (const settle of settles) settle(undefined);
    waiting.clear();
  });
  return begun;
}
