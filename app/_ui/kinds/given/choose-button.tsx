"use client";

import { useRef } from "react";
import { fieldButton } from "./given-box";

interface ChooseButtonProps {
  /** As an `<input type="file">` takes it. */
  accept?: string | undefined;
  children: string;
  disabled?: boolean;
  onFile(file: File): void;
}

/** Opens the browser's list of files. */
export function ChooseButton({ accept, children, disabled, onFile }: ChooseButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={fieldButton}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Else the same file could not be chosen again.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
