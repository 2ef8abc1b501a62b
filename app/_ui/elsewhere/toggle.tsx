"use client";

import type { ReactNode } from "react";

interface ToggleProps {
  pressed: boolean;
  onToggle(): void;
  children: ReactNode;
}

/** A small button that stays pressed. */
export function Toggle({ pressed, onToggle, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onToggle}
      className="h-8 rounded-part border border-line px-3 text-muted transition-colors hover:text-text aria-pressed:border-edge aria-pressed:bg-panel aria-pressed:text-text"
    >
      {children}
    </button>
  );
}
