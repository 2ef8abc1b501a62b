"use client";

import { useEffect } from "react";
import type { Player } from "@/lib/client/players/player";

/**
 * Draws whenever a player has changed, and on each animation frame while it plays. `draw` should be the
 * same function for as long as it draws the same.
 */
export function useFrames(player: Player | undefined, draw: (player: Player) => void): void {
  useEffect(() => {
    if (!player) return;
    let frame: number | undefined;
    const request = () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        draw(player);
        if (player.getSnapshot().status === "playing") request();
      });
    };
    request();
    const stop = player.subscribe(request);
    return () => {
      stop();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [player, draw]);
}
