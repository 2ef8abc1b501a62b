import type { CodePiece, LineHighlighter } from "@/lib/client/highlight/highlighter";
import { visibleText } from "@/lib/client/visible-text";

/** Code in a page, painted line by line as it grows. */
export interface CodePainter {
  /** Paints what a text has become. Where it has only grown, what is painted already stays. */
  paint(text: string): void;
  /** Colours from now on, and what is painted already. */
  colour(highlighter: LineHighlighter): void;
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
/** Milliseconds of one frame. */
const budget = 8;
/** Lines of one block, which the browser leaves out of its reckoning while it is out of sight. */
const blockLines = 50;

/**
 * Makes a painter into an element. It works for some milliseconds a frame, so that a text of any length
 * blocks nothing: first the letters, then their colours.
 */
export function createCodePainter(into: HTMLElement, options: CodePainterOptions): CodePainter {
  let text = "";
  let highlighter: LineHighlighter | undefined;
  /** Where each whole line that is painted begins, and its element. */
  let starts: number[] = [];
  let elements: HTMLElement[] = [];
  /** Where the line begins that is not whole. */
  let rest = 0;
  let restElement: HTMLElement | undefined;
  let restShown = "";
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
    coloured = 0;
  }

  function work(): void {
    frame = undefined;
    const deadline = performance.now() + budget;
    const end = Math.min(text.length, longestShown);
    let at = text.indexOf("\n", rest);
    while (at >= 0 && at < end && performance.now() < deadline) {
      const element = restElement ?? addLine();
      fill(element, text.slice(rest, at));
      starts.push(rest);
      elements.push(element);
      rest = at + 1;
      restElement = undefined;
      restShown = "";
      at = text.indexOf("\n", rest);
    }
    const whole = at < 0 || at >= end;
    if (highlighter) {
      while (coloured < elements.length && performance.now() < deadline) {
        const start = starts[coloured] ?? 0;
        if (start > longestColoured) break;
        const line = text.slice(start, (starts[coloured + 1] ?? rest) - 1);
        const element = elements[coloured];
        if (element) fillPieces(element, highlighter.next(line));
        coloured++;
      }
    }
    if (whole) paintRest(end);
    options.painted();
    const behind = highlighter && coloured < elements.length;
    if (!whole || (behind && (starts[coloured] ?? 0) <= longestColoured)) request();
  }

  function paintRest(end: number): void {
    const line = text.slice(rest, end);
    if (line === restShown && (restElement || line === "")) return;
    restElement ??= addLine();
    restShown = line;
    if (highlighter && coloured === elements.length && rest <= longestColoured) {
      fillPieces(restElement, highlighter.peek(line));
    } else fill(restElement, line);
  }

  function request(): void {
    frame ??= requestAnimationFrame(work);
  }

  return {
    paint(next) {
      if (next === text) return;
      if (!next.startsWith(text)) {
        clear();
        highlighter = undefined;
      }
      text = next;
      if (frame === undefined) work();
    },
    colour(next) {
      highlighter = next;
      coloured = 0;
      restShown = "";
      request();
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
