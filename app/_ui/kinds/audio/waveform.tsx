"use client";

import { useCallback, useRef } from "react";
import type { AudioPlayer } from "@/lib/client/players/audio-player";
import type { Player } from "@/lib/client/players/player";
import { SeekBar } from "../media/seek-bar";
import { shownSpan } from "../media/shown-span";
import { useFrames } from "../media/use-frames";

/** Pixels from one bar to the next, and how tall they may be. */
const pitch = 4;
const height = 80;

/** The sound as bars, dark as far as it was heard; a slider lies over them. */
export function Waveform({ player }: { player: AudioPlayer | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const all = useRef<SVGPathElement>(null);
  const heard = useRef<SVGSVGElement>(null);
  const draw = useCallback(
    (of: Player) => {
      if (!player || !box.current) return;
      const snapshot = of.getSnapshot();
      const span = shownSpan(snapshot);
      const width = box.current.clientWidth;
      const bars = barsOf(player, Math.max(1, Math.floor(width / pitch)));
      for (const path of [all.current, heard.current?.firstElementChild]) {
        if (path && path.getAttribute("d") !== bars) path.setAttribute("d", bars);
      }
      const part = (of.position() - snapshot.start) / span;
      if (heard.current) heard.current.style.clipPath = `inset(0 ${(1 - part) * 100}% 0 0)`;
    },
    [player],
  );
  useFrames(player, draw);
  return (
    <div
      ref={box}
      className="relative h-20 rounded-part has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-text"
    >
      {/* The room of what is still to come. */}
      <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <svg aria-hidden="true" className="absolute inset-0 size-full" strokeLinecap="round">
        <path ref={all} className="stroke-edge/50" strokeWidth="2" />
      </svg>
      {/* A box of its own, as a path would be clipped by its own extent rather than by that of all. */}
      <svg
        ref={heard}
        aria-hidden="true"
        className="absolute inset-0 size-full [clip-path:inset(0_100%_0_0)]"
        strokeLinecap="round"
      >
        <path className="stroke-text" strokeWidth="2" />
      </svg>
      <SeekBar
        player={player}
        className="absolute inset-0 size-full cursor-pointer appearance-none bg-transparent opacity-0"
      />
    </div>
  );
}

/** A path with a bar for each stretch of time; a dot where nothing is known or to be heard. */
function barsOf(player: AudioPlayer, count: number): string {
  const snapshot = player.getSnapshot();
  const each = shownSpan(snapshot) / count;
  let path = "";
  for (let bar = 0; bar < count; bar++) {
    const from = snapshot.start + bar * each;
    if (from >= snapshot.end) break;
    const loud = player.peaks.between(from, from + each) ?? 0;
    // As the ear has it: half as loud is more than half as tall.
    const tall = Math.max(0.5, loud ** 0.6 * (height - 8));
    path += `M${bar * pitch + 2} ${(height - tall) / 2}v${tall.toFixed(1)}`;
  }
  return path;
}
