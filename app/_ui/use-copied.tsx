"use client";

import { type ReactNode, useEffect, useState } from "react";

/** So long it is said that something was copied. */
const saidMs = 1500;

export interface Copying {
  readonly copied: boolean;
  copy(text: string | Promise<string>): void;
  /** Says it to who does not see it; to be put beside the button. */
  readonly said: ReactNode;
}

/** Copies texts, and says so for a moment. */
export function useCopied(): Copying {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy(text) {
      void write(text).then(
        () => setCopied(true),
        () => {},
      );
    },
    said: (
      <span aria-live="polite" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    ),
  };
}

async function write(text: string | Promise<string>): Promise<void> {
  if (typeof text === "string") return navigator.clipboard.writeText(text);
  // Safari takes only what is written in the very moment of the press, be it a promise:
  // https://webkit.org/blog/10855/async-clipboard-api/
  const data = text.then((words) => new Blob([words], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": data })]);
}
