"use client";

import { useEffect, useRef } from "react";

export interface Shortcuts {
  run?: (() => void) | undefined;
  stop?: (() => void) | undefined;
}

/** ⌘/Ctrl+Enter runs and Esc stops, wherever the focus is. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.repeat) return;
      const { run, stop } = current.current;
      if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && run) {
        event.preventDefault();
        run();
      }
      // Esc belongs first to what is open: a list of choices, a dialog, a picture in full screen.
      if (
        event.key === "Escape" &&
        stop &&
        !document.querySelector("[role=listbox], [role=dialog]")
      )
        stop();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
