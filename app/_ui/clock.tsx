"use client";

import { useEffect, useRef } from "react";
import { clockTime } from "./duration";

/** Runs by itself from an instant of `performance.now()`, without rendering anything else again. */
export function Clock({ since }: { since: number }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    let frame = 0;
    function tick() {
      frame = requestAnimationFrame(tick);
      const time = clockTime(performance.now() - since, calm.matches ? 0 : 2);
      if (element.current && element.current.textContent !== time)
        element.current.textContent = time;
    }
    tick();
    return () => cancelAnimationFrame(frame);
  }, [since]);
  return <span ref={element} className="num text-text" data-clock />;
}
