"use client";

import { useEffect, useState } from "react";
import { Icon } from "./icon";
import { toolStyle } from "./stage";

interface CopyButtonProps {
  label: string;
  text: () => string | Promise<string>;
}

/** Copies a text that is asked for when it is pressed. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = copied ? "Copied" : label;
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      className={toolStyle}
      onClick={() =>
        void copy(text()).then(
          () => setCopied(true),
          () => {},
        )
      }
    >
      <Icon name={copied ? "check" : "copy"} />
    </button>
  );
}

async function copy(text: string | Promise<string>): Promise<void> {
  if (typeof text === "string") return navigator.clipboard.writeText(text);
  // Safari takes only what is written in the very moment of the press, be it a promise:
  // https://webkit.org/blog/10855/async-clipboard-api/
  const data = text.then((words) => new Blob([words], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": data })]);
}
