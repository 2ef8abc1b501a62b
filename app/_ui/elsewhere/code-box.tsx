"use client";

import type { ReactNode } from "react";
import { CopyButton } from "../copy-button";
import { CodeText } from "../kinds/code/code-text";
import { Scroller } from "../scroller";

interface CodeBoxProps {
  /** Of the file that it may be. */
  name: string;
  code: string;
  language: string;
  numbers?: boolean;
  /** Breaks long lines rather than scrolling. */
  wrap?: boolean;
  /** Its height; what is longer scrolls. */
  className?: string;
  /** Stands at its head. */
  children?: ReactNode;
}

/** A text to be copied, in a room that scrolls. */
export function CodeBox(props: CodeBoxProps) {
  const {
    name,
    code,
    language,
    numbers = false,
    wrap = false,
    className = "h-96",
    children,
  } = props;
  return (
    <figure className="hairline overflow-hidden rounded-box bg-panel">
      <div className="flex h-10 items-center justify-between gap-4 border-b border-line pr-1.5 pl-4">
        <figcaption className="truncate font-mono text-fine text-muted">{name}</figcaption>
        <div className="flex shrink-0 items-center gap-3">
          {children}
          <CopyButton label={`Copy ${name}`} text={() => code} />
        </div>
      </div>
      <Scroller
        aria-label={name}
        dir="ltr"
        className={`${className} overflow-auto overscroll-contain px-4 py-3 font-mono text-ui focus-visible:-outline-offset-2`}
      >
        <CodeText text={code} language={language} numbers={numbers} wrap={wrap} />
      </Scroller>
    </figure>
  );
}
