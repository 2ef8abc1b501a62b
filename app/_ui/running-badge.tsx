"use client";

import { useRunning } from "./running-numbers";

/** Over a demo's card: that somebody runs it, and how many do. */
export function RunningBadge({ demo, running }: { demo: string; running: number }) {
  const now = useRunning(demo, running);
  if (now === 0) return null;
  return (
    <span className="num absolute top-3 left-3 inline-flex items-center gap-2 rounded-part bg-panel/90 px-2.5 py-1 text-fine font-medium text-accent-text">
      <i aria-hidden="true" className="size-2 animate-breathe rounded-full bg-accent" />
      {now.toLocaleString("en")} running
    </span>
  );
}
