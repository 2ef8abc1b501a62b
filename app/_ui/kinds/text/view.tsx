"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { CopyButton } from "../../copy-button";
import { EmptyStage } from "../../empty-stage";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import type { JoinedText } from "./joined-text";

/** As far from the end as this, somebody has scrolled up to read. */
const nearEnd = 24;

export function TextView({ output, value, live }: ViewProps<JoinedText, "text">) {
  const scroller = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const shown = useRef<{ node: Text; origin: object }>(undefined);

  // Appends what is new: setting the whole text again takes the browser twice as long, and a
  // selection in it would be lost.
  useLayoutEffect(() => {
    if (value?.origin !== shown.current?.origin) {
      shown.current?.node.remove();
      shown.current = value && { node: document.createTextNode(""), origin: value.origin };
      if (shown.current) body.current?.append(shown.current.node);
      follows.current = true;
    }
    const node = shown.current?.node;
    if (!value || !node || node.length === value.text.length) return;
    node.appendData(value.text.slice(node.length));
    const element = scroller.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  }, [value]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, []);

  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={value && <CopyButton label="Copy the text" text={() => value.text} />}
      empty={!value && <EmptyStage kind="text" live={live} />}
      className="relative h-(--room)"
    >
      <section
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-y-auto overscroll-contain px-4 pb-4 text-body focus-visible:-outline-offset-2"
      >
        <div ref={body} className="max-w-[72ch] [overflow-wrap:anywhere] whitespace-pre-wrap" />
      </section>
    </Stage>
  );
}
