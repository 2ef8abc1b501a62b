import type { RefObject } from "react";

/** How loud it is just now. It is set 40 times a second, which React need not know of: see `showLevel`. */
export function LevelMeter({ meter }: { meter: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={meter} aria-hidden="true" data-level className="level-meter h-10 w-full max-w-72">
      <div />
    </div>
  );
}

/** @param level from 0 to 1 */
export function showLevel(meter: HTMLDivElement | null, level: number): void {
  meter?.style.setProperty("--level", level.toFixed(3));
}
