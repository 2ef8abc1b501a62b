"use client";

import { useEffect, useRef } from "react";
import type { Player } from "@/lib/client/players/player";
import type { PlayedInstant } from "../kind";

/** Seconds that a player may be beside a replay before it is moved. */
const slack = 0.35;

export interface FollowedInstant {
  instant: PlayedInstant | undefined;
  /** Whether more may come: back from an instant it goes on at the newest. */
  live: boolean;
  /** Whether it plays at other rates than 1 too, as a film does in silence. */
  isFilm: boolean;
}

/**
 * Keeps a player at the instant that is looked at. While that stands, the player stands; a replay at
 * its original speed is heard, a faster one only seen. What the player has loaded it keeps.
 */
export function useFollowedInstant(
  player: Player | undefined,
  { instant, live, isFilm }: FollowedInstant,
): void {
  /** Whether it played when somebody began to look back; `undefined` while nobody does. */
  const played = useRef<boolean>(undefined);
  useEffect(() => {
    if (!player) return;
    const { status, start, end } = player.getSnapshot();
    const plays = status === "playing" || status === "waiting";
    if (!instant) {
      if (played.current === undefined) return;
      player.setRate(1);
      // Of a run that is over the replay has come to its end, and what is still to be heard is.
      if (live && played.current) player.toEdge();
      played.current = undefined;
      return;
    }
    played.current ??= plays;
    const { position = start, playing, rate } = instant;
    const isPlayed = playing && (rate === 1 || isFilm);
    player.setRate(isPlayed ? rate : 1);
    if (!isPlayed && plays) player.pause();
    const off = Math.abs(player.position() - position);
    if (off > (isPlayed ? slack * rate : 0.01)) player.seek(position);
    // At its end it would begin anew.
    if (isPlayed && !plays && position < end - 0.05) player.play();
  }, [player, instant, live, isFilm]);
}
