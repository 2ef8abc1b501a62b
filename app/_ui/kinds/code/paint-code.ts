import type { Highlight } from "@/lib/client/highlight/highlight";
import type { CodePiece } from "@/lib/client/highlight/highlighter";
import { visibleText } from "@/lib/client/visible-text";

/** Code in a page, painted line by line as it grows. */
export interface CodePainter {
  /** Paints what a text has become. Where it has only grown, what is painted already stays. */
  paint(text: string): void;
  /** Colours what is painted and what will be, until the text is another one. */
  colour(highlight: Highlight): void;
  /** How many lines are painted. */
  readonly lines: number;
  /** Whether the text is longer than what is shown of it. */
  readonly cut: boolean;
  stop(): void;
}

export interface CodePainterOptions {
  /** Called when what is painted has changed. */
  painted(): void;
}

/** In letters: of a longer text no more is shown, and of what is shown no more is coloured. */
export const longestShown = 1_000_000;
export const longestColoured = 250_000;
const longestLine = 10_000;
/** Milliseconds of one frame, which other outputs share. */
const budget = 4;
/** Lines of one block, which the browser leaves out of its reckoning while it is out of sight. */
const blockLines = 50;
/** Lines whose colours are asked for at once, and put into the page in one frame: each is some ten elements. */
const linesAtOnce = 30;

/**
 * Makes a painter into an element. It works for some milliseconds a frame, so that a text of any length
 * blocks nothing: first the letters, then their colours.
 */
export function createCodePainter(into: HTMLElement, options: CodePainterOptions): CodePainter {
  let text = "";
  let highlight: Highlight | undefined;
  /** The worker is asked one thing at a time. */
  let asked = false;
  /** Where each whole line that is painted begins, and its element. */
  let starts: number[] = [];
  let elements: HTMLElement[] = [];
  /** Where the line begins that is not whole. */
  let rest = 0;
  let restElement: HTMLElement | undefined;
  let restShown = "";
  let restColoured = "";
  let restPieces: readonly CodePiece[] = [];
  let coloured = 0;
  let frame: number | undefined;

  function addLine(): HTMLElement {
    if (elements.length % blockLines === 0) {
      const block = document.createElement("div");
      block.className = "code-lines";
      into.append(block);
    }
    const line = document.createElement("div");
    into.lastElementChild?.append(line);
    return line;
  }

  function clear(): void {
    into.replaceChildren();
    starts = [];
    elements = [];
    rest = 0;
    restElement = undefined;
    restShown = "";
    restColoured = "";
    coloured = 0;
  }

  function work(): void {
    frame = undefined;
    const deadline = performance.now() + budget;
    const end = Math.min(text.length, longestShown);
    let at = text.indexOf("\n", rest);
    while (at >= 0 && at < end && performance.now() < deadline) {
      const element = restElement ?? addLine();
      restShown = text.slice(rest, at);
      fillRest(element);
      starts.push(rest);
      elements.push(element);
      rest = at + 1;
      restElement = undefined;
      restShown = "";
      restColoured = "";
      at = text.indexOf("\n", rest);
    }
    const whole = at < 0 || at >= end;
    if (whole) paintRest(end);
    options.painted();
    if (!whole) request();
    void colourOn();
  }

  function isColoured(): boolean {
    if (coloured < elements.length) return false;
    return restColoured === restShown || restShown === "" || restShown.length > longestLine;
  }

  /** Asks for the colours of the next lines, for as long as there are any without. */
  async function colourOn(): Promise<void> {
    const asking = highlight;
    if (!asking || asked || isColoured()) return;
    const from = coloured;
    const to = Math.min(elements.length, from + linesAtOnce);
    if ((starts[from] ?? rest) > longestColoured) return;
    const lines = starts
      .slice(from, to)
      .map((start, at) => text.slice(start, (starts[from + at + 1] ?? rest) - 1));
    const line = to === elements.length && restShown.length <= longestLine ? restShown : "";
    asked = true;
    const found = await asking.read(lines, line);
    // Together with what else this frame changes, so that the page is laid out once for all of it.
    await nextFrame();
    if (asking !== highlight) return;
    asked = false;
    if (!found) return;
    for (const [at, pieces] of found.lines.entries()) {
      const element = elements[from + at];
      if (element) fillPieces(element, pieces);
    }
    coloured = to;
    // It may have grown meanwhile, or have come to its end.
    if (line !== "" && restElement && restShown.startsWith(line) && to === elements.length) {
      restColoured = line;
      restPieces = found.rest;
      fillRest(restElement);
    }
    if (!isColoured()) await colourOn();
  }

  /** What has grown behind the pieces of a line is plain until its colours come. */
  function fillRest(element: HTMLElement): void {
    const plain = restShown.length > longestLine || !restShown.startsWith(restColoured);
    if (restColoured === "" || plain) fill(element, restShown);
    else {
      const more = { text: restShown.slice(restColoured.length), sort: undefined };
      fillPieces(element, [...restPieces, more]);
    }
  }

  function paintRest(end: number): void {
    const line = text.slice(rest, end);
    if (line === restShown && (restElement || line === "")) return;
    restElement ??= addLine();
    restShown = line;
    fillRest(restElement);
  }

  function request(): void {
    frame ??= requestAnimationFrame(work);
  }

  return {
    paint(next) {
      if (next === text) return;
      if (!next.startsWith(text)) {
        clear();
        highlight = undefined;
        asked = false;
      }
      text = next;
      if (frame === undefined) work();
    },
    colour(next) {
      highlight = next;
      asked = false;
      coloured = 0;
      restColoured = "";
      void colourOn();
    },
    get lines() {
      return elements.length + (restElement ? 1 : 0);
    },
    get cut() {
      return text.length > longestShown;
    },
    stop() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function fill(element: HTMLElement, line: string): void {
  if (line === "") {
    // A line without anything has a height, and is copied, as one that is broken.
    element.replaceChildren(document.createElement("br"));
    return;
  }
  element.textContent = visibleText(shortened(line));
}

function fillPieces(element: HTMLElement, pieces: readonly CodePiece[]): void {
  if (pieces.length < 2 && !pieces[0]?.sort) {
    fill(element, pieces[0]?.text ?? "");
    return;
  }
  element.replaceChildren(
    ...pieces.map(({ text, sort }) => {
      const shown = visibleText(text);
      if (!sort) return document.createTextNode(shown);
      const piece = document.createElement("span");
      piece.className = `code-${sort}`;
      piece.textContent = shown;
      return piece;
    }),
  );
}

function shortened(line: string): string {
  if (line.length <= longestLine) return line;
  const more = (line.length - longestLine).toLocaleString("en");
  return `${line.slice(0, longestLine)} … (${more} more in this line)`;
}
