import type { KeyboardEvent } from "react";
import type { Player } from "@/lib/client/players/player";

/** Seconds that an arrow key moves. */
const stride = 5;

/** What keys do anywhere in a player: space plays, arrows seek, M mutes. */
export function onPlayerKey(event: KeyboardEvent, player: Player | undefined): void {
  if (!player || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const isVolume = target.getAttribute("aria-label") === "Volume";
  const { status, muted } = player.getSnapshot();
  if (event.key === " ") {
    // A button is pressed by it.
    if (target.closest("button, a")) return;
    if (status === "playing" || status === "waiting") player.pause();
    else player.play();
  } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    if (isVolume) return;
    player.seek(player.position() + (event.key === "ArrowLeft" ? -stride : stride));
  } else if (event.key === "m" || event.key === "M") {
    player.setMuted(!muted);
  } else return;
  event.preventDefault();
}
