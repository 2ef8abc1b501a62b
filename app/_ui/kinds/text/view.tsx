"use client";

import { useLayoutEffect, useRef } from "react";
import { CopyButton } from "../../copy-button";
import { textDrawing } from "../../drawings/text";
import { EmptyStage } from "../../empty-stage";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { useFollow } from "../use-follow";
import type { JoinedText } from "./joined-text";

/** A block is laid out as a whole at each change of it, so a long text is cut into some of them. */
const longBlock = 4000;

/** What of a value is on the page. */
interface ShownText {
  origin: object;
  length: number;
  /** The text that is appended to. */
  last: Text;
}

export function TextView({ output, value, live }: ViewProps<JoinedText, "text">) {
  const scroller = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef<ShownText>(undefined);
  const origin = useOrigin(value);
  const { follow } = useFollow(scroller, origin, live);

  // Appends what is new: setting the whole text again takes the browser longer with each token, and
  // a selection in it would be lost.
  useLayoutEffect(() => {
    if (!body.current) return;
    if (origin !== shown.current?.origin) {
      body.current.replaceChildren();
      shown.current = origin && { origin, length: 0, last: addBlock(body.current) };
    }
    if (!value || !shown.current || value.text.length === shown.current.length) return;
    if (value.text.length < shown.current.length) {
      cutText(body.current, shown.current, value.text.length);
    } else appendText(body.current, shown.current, value.text);
    follow();
  }, [value, origin, follow]);

  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={value && <CopyButton label="Copy the text" text={() => value.text} />}
      empty={!value && <EmptyStage drawing={textDrawing} live={live} />}
      className="relative h-(--room)"
    >
      <Scroller
        ref={scroller}
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-y-auto overscroll-contain px-4 pb-4 text-body focus-visible:-outline-offset-2"
      >
        <div ref={body} className="max-w-[72ch] [overflow-wrap:anywhere] whitespace-pre-wrap" />
      </Scroller>
    </Stage>
  );
}

/**
 * The same object for as long as a text is what the one before grows to, or has grown from: the timeline
 * has joined the same text of other pieces.
 */
function useOrigin(value: JoinedText | undefined): object | undefined {
  const known = useRef<{ value: JoinedText; origin: object }>(undefined);
  const before = known.current;
  const grown = value && before && isGrown(before.value, value);
  known.current = value && { value, origin: grown ? before.origin : {} };
  return known.current?.origin;
}

function isGrown(before: JoinedText, now: JoinedText): boolean {
  if (before.origin === now.origin) return true;
  const [short, long] =
    before.text.length < now.text.length ? [before.text, now.text] : [now.text, before.text];
  return long.startsWith(short);
}

function appendText(body: HTMLElement, shown: ShownText, text: string): void {
  let start = shown.length;
  if (shown.last.length > longBlock) {
    // Behind the end of a line, where a block's end changes nothing of how it looks.
    const end = text.indexOf("\n", start) + 1;
    if (end > 0) {
      shown.last.appendData(text.slice(start, end));
      shown.last = addBlock(body);
      start = end;
    }
  }
  shown.last.appendData(text.slice(start));
  shown.length = text.length;
}

/** Back to an earlier text, of which this one has grown: the timeline shows that. */
function cutText(body: HTMLElement, shown: ShownText, length: number): void {
  while (shown.length > length) {
    const before = shown.length - shown.last.length;
    if (before >= length && body.lastElementChild !== body.firstElementChild) {
      body.lastElementChild?.remove();
      shown.last = body.lastElementChild?.firstChild as Text;
      shown.length = before;
    } else {
      shown.last.deleteData(length - before, shown.length - length);
      shown.length = length;
    }
  }
}

function addBlock(body: HTMLElement): Text {
  const block = document.createElement("div");
  const text = document.createTextNode("");
  block.append(text);
  body.append(block);
  return text;
}
