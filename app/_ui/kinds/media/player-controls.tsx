"use client";

import type { ReactNode } from "react";
import type { Player, PlayerSnapshot } from "@/lib/client/players/player";
import { Icon } from "../../icon";
import { PlayerTime } from "./player-time";

interface PlayerControlsProps {
  player: Player | undefined;
  snapshot: PlayerSnapshot;
  /** More of them, at the right. */
  children?: ReactNode;
}

const roundStyle = "grid size-9 shrink-0 place-items-center rounded-full border transition-colors";

/** Play, time, the way to the newest, and how loud. */
export function PlayerControls({ player, snapshot, children }: PlayerControlsProps) {
  const { status, live, atEdge, muted, silenced, volume } = snapshot;
  const plays = status === "playing" || status === "waiting";
  return (
    <div className="flex h-12 items-center gap-3">
      <button
        type="button"
        aria-label={plays ? "Pause" : "Play"}
        className={`${roundStyle} ${status === "blocked" ? "border-accent bg-accent text-on-accent" : "border-edge text-text hover:bg-line"}`}
        onClick={() => (plays ? player?.pause() : player?.play())}
      >
        <Icon name={plays ? "pause" : "play"} />
      </button>
      <PlayerTime player={player} />
      {live && (
        <button
          type="button"
          aria-label={atEdge ? "Live" : "Live: go to the newest"}
          className="flex h-7 shrink-0 items-center gap-1.5 rounded-full border border-line px-2.5 text-fine text-muted transition-colors hover:bg-line hover:text-text"
          onClick={() => player?.toEdge()}
        >
          <span className={`size-1.5 rounded-full ${atEdge ? "bg-accent" : "bg-edge"}`} />
          Live
        </button>
      )}
      <span className="flex-1" />
      {silenced && (
        <button
          type="button"
          className="h-7 shrink-0 rounded-part border border-accent bg-accent px-2.5 text-fine font-medium text-on-accent"
          onClick={() => player?.setMuted(false)}
        >
          Unmute
        </button>
      )}
      <button
        type="button"
        aria-label="Mute"
        aria-pressed={muted}
        title={muted ? "Unmute (M)" : "Mute (M)"}
        className="grid size-7 shrink-0 place-items-center rounded-part text-muted transition-colors hover:bg-line hover:text-text"
        onClick={() => player?.setMuted(!muted)}
      >
        <Icon name={muted ? "muted" : "loud"} />
      </button>
      <input
        type="range"
        aria-label="Volume"
        min={0}
        max={1}
        step={0.05}
        value={muted ? 0 : volume}
        className="plain-range hidden w-20 @sm:block"
        style={{ "--part": muted ? 0 : volume } as React.CSSProperties}
        onChange={(event) => player?.setVolume(event.target.valueAsNumber)}
      />
      {children}
    </div>
  );
}
