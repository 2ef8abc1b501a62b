"use client";

import { useCallback, useEffect, useState } from "react";

const milliseconds = 1200;
const none: ReadonlySet<string> = new Set();

/** Marks some names for a moment. */
export function useMarks(): {
  marked: ReadonlySet<string>;
  mark: (names: readonly string[]) => void;
} {
  const [marked, setMarked] = useState(none);
  useEffect(() => {
    if (marked.size === 0) return;
    const timer = setTimeout(() => setMarked(none), milliseconds);
    return () => clearTimeout(timer);
  }, [marked]);
  return { marked, mark: useCallback((names) => setMarked(new Set(names)), []) };
}
