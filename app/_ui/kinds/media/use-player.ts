"use client";

import { useEffect, useSyncExternalStore } from "react";
import {
  emptyPlayer,
  type Feed,
  type Player,
  type PlayerSnapshot,
} from "@/lib/client/players/player";

/** Feeds a player with what a view is given, and follows what it does. */
export function usePlayer(
  player: Player | undefined,
  { media, live, started }: Feed,
): PlayerSnapshot {
  useEffect(() => player?.feed({ media, live, started }), [player, media, live, started]);
  return useSyncExternalStore(player?.subscribe ?? nothing, player?.getSnapshot ?? empty, empty);
}

const nothing = () => () => {};
const empty = () => emptyPlayer;
