"use client";

import { CopyButton } from "../../copy-button";
import { InlineScroller } from "../../scroller";
import { CodeText } from "./code-text";

/** A block of code within other text. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  return (
    <div className="hairline my-4 overflow-hidden rounded-part bg-panel" dir="ltr">
      <div className="flex h-9 items-center justify-between border-b border-line pr-1 pl-3">
        <span className="text-fine text-muted">{language || "Text"}</span>
        <CopyButton label="Copy the code" text={() => text} />
      </div>
      <InlineScroller
        aria-label={language ? `Code in ${language}` : "Code"}
        className="max-h-[30rem] overflow-auto px-3 py-2.5 font-mono text-ui focus-visible:-outline-offset-2"
      >
        <CodeText text={text} language={language} />
      </InlineScroller>
    </div>
  );
}
