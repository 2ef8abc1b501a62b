"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { beginHighlight } from "@/lib/client/highlight/highlight";
import { knownLanguage } from "@/lib/client/highlight/languages";
import "./code.css";
import { type CodePainter, createCodePainter, longestShown } from "./paint-code";

export interface CodeTextProps {
  text: string;
  /** As an author or a fence names it; one that is not known is shown without colours. */
  language: string;
  wrap?: boolean;
  numbers?: boolean;
  /** Called when what is shown has grown. */
  onPaint?: () => void;
}

/** Code that may grow, coloured once its language is here. */
export function CodeText({ text, language, wrap, numbers, onPaint }: CodeTextProps) {
  const element = useRef<HTMLElement>(null);
  const painter = useRef<CodePainter>(undefined);
  const onPainted = useRef(onPaint);
  const [cut, setCut] = useState(false);
  const known = knownLanguage(language);
  useLayoutEffect(() => {
    onPainted.current = onPaint;
  });

  useLayoutEffect(() => {
    if (!element.current) return;
    const into = element.current;
    let known = 0;
    const made = createCodePainter(into, {
      painted() {
        // Set anew, even to the same, it has the browser look at every line again.
        const digits = Math.max(2, String(made.lines).length);
        if (digits !== known) into.style.setProperty("--digits", String(digits));
        known = digits;
        setCut(made.cut);
        onPainted.current?.();
      },
    });
    painter.current = made;
    return () => {
      made.stop();
      into.replaceChildren();
    };
  }, []);

  useLayoutEffect(() => painter.current?.paint(text), [text]);

  const origin = useOrigin(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is coloured from its beginning.
  useEffect(() => {
    if (!known) return;
    const highlight = beginHighlight(known);
    painter.current?.colour(highlight);
    return () => highlight.end();
  }, [known, origin]);

  return (
    <>
      <code
        ref={element}
        className="code-text"
        data-wrap={wrap || undefined}
        data-numbers={numbers || undefined}
      />
      {cut && (
        <p className="pt-2 font-sans text-fine text-muted">
          The first {longestShown.toLocaleString("en")} letters of{" "}
          {text.length.toLocaleString("en")}. Copy takes all of them.
        </p>
      )}
    </>
  );
}

/** Another object for each text that has not grown from the one before. */
function useOrigin(text: string): object {
  const [known, setKnown] = useState({ text, origin: {} });
  if (known.text === text) return known.origin;
  const origin = text.startsWith(known.text) ? known.origin : {};
  setKnown({ text, origin });
  return origin;
}
