"use client";

import { Icon } from "./icon";
import { toolStyle } from "./stage";
import { useCopied } from "./use-copied";

interface CopyButtonProps {
  label: string;
  text: () => string | Promise<string>;
}

/** Copies a text that is asked for when it is pressed. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const { copied, copy, said } = useCopied();
  const name = copied ? "Copied" : label;
  return (
    <>
      <button
        type="button"
        aria-label={name}
        title={name}
        className={toolStyle}
        onClick={() => copy(text())}
      >
        <Icon name={copied ? "check" : "copy"} />
      </button>
      {said}
    </>
  );
}
