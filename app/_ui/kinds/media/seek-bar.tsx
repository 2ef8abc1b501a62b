"use client";

import { useCallback, useRef } from "react";
import type { Player } from "@/lib/client/players/player";
import { clockTime } from "./clock-time";
import { shownSpan } from "./shown-span";
import { useFrames } from "./use-frames";

interface SeekBarProps {
  player: Player | undefined;
  className: string;
}

/** Where it is, to be moved. The browser's own control, which costs nothing to download. */
export function SeekBar({ player, className }: SeekBarProps) {
  const input = useRef<HTMLInputElement>(null);
  // By hand: React has better things to do on each frame.
  const draw = useCallback((of: Player) => {
    const element = input.current;
    if (!element) return;
    const snapshot = of.getSnapshot();
    const position = of.position();
    const span = shownSpan(snapshot);
    set(element, "min", `${snapshot.start}`);
    set(element, "max", `${snapshot.start + span}`);
    element.value = `${position}`;
    set(
      element,
      "aria-valuetext",
      `${clockTime(position)} of ${clockTime(snapshot.end)}${snapshot.live ? ", live" : ""}`,
    );
    element.style.setProperty("--part", `${(position - snapshot.start) / span}`);
  }, []);
  useFrames(player, draw);
  return (
    <input
      ref={input}
      type="range"
      aria-label="Position"
      min={0}
      max={1}
      step="any"
      defaultValue={0}
      className={className}
      onChange={(event) => player?.seek(event.target.valueAsNumber)}
    />
  );
}

function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
