"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that is the same in every render, and does what the newest one does. */
export function useLatest<Given extends unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
