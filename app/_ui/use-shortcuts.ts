"use client";

import { useEffect, useRef } from "react";

export interface Shortcuts {
  run?: (() => void) | undefined;
  stop?: (() => void) | undefined;
}

/**
 * ⌘/Ctrl+Enter runs and Esc stops, wherever the focus is.
 *
 * @param form the id of one of several forms in a page: keys that are pressed in another are not for it
 */
export function useShortcuts(shortcuts: Shortcuts, form?: string): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.repeat) return;
      const own = event.target instanceof Element ? event.target.closest("form")?.id : undefined;
      if (form !== undefined && own !== undefined && own !== form) return;
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
  }, [form]);
}
