"use client";

import { useCallback, useRef } from "react";
import type { Player } from "@/lib/client/players/player";
import { clockTime } from "./clock-time";
import { useFrames } from "./use-frames";

/** Where it is, and how much has come. */
export function PlayerTime({ player }: { player: Player | undefined }) {
  const element = useRef<HTMLSpanElement>(null);
  const draw = useCallback((of: Player) => {
    const { end } = of.getSnapshot();
    const text = `${clockTime(of.position())} / ${clockTime(end)}`;
    if (element.current && element.current.textContent !== text) element.current.textContent = text;
  }, []);
  useFrames(player, draw);
  return (
    <span ref={element} data-time className="num min-w-20 text-muted">
      0:00 / 0:00
    </span>
  );
}
