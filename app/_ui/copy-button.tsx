"use client";

import { useEffect, useState } from "react";
import { Icon } from "./icon";
import { toolStyle } from "./stage";

/** Copies a text that is asked for when it is pressed. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
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
        navigator.clipboard?.writeText(text()).then(
          () => setCopied(true),
          () => {},
        )
      }
    >
      <Icon name={copied ? "check" : "copy"} />
    </button>
  );
}
