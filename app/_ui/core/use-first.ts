"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Does something once, behind the first render and with what that knew. In development React runs every
 * effect twice, which is one time too many for what takes something, such as a press of Run.
 */
export function useFirst(first: () => void): void {
  const [once] = useState(() => first);
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    once();
  }, [once]);
}
