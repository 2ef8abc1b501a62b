"use client";

import katex from "katex";
import "katex/dist/katex.min.css";
import { useLayoutEffect, useRef } from "react";
import { whenThereIsTime } from "./when-there-is-time";

export interface FormulaProps {
  text: string;
  display: boolean;
}

/** A formula as KaTeX sets it. It makes elements, no HTML, and no command may load or link anything. */
export function SetFormula({ text, display }: FormulaProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const into = element.current;
    if (!into) return;
    return whenThereIsTime(() =>
      katex.render(text, into, {
        displayMode: display,
        throwOnError: false,
        errorColor: "var(--bad)",
        strict: "ignore",
        trust: false,
        maxExpand: 200,
        maxSize: 20,
      }),
    );
  }, [text, display]);
  return <span ref={element} dir="ltr" />;
}
