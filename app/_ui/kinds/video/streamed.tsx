"use client";

import { useEffect, useRef, useState } from "react";
import type { JoinedChunks } from "@/lib/client/players/joined-chunks";
import type { Player } from "@/lib/client/players/player";
import { createVideoPlayer } from "@/lib/client/players/video-player";
import { Icon } from "../../icon";
import { toolStyle } from "../../stage";
import type { ViewProps } from "../kind";
import { PlayerControls } from "../media/player-controls";
import { onPlayerKey } from "../media/player-keys";
import { PlayerWords } from "../media/player-words";
import { SeekBar } from "../media/seek-bar";
import { useFollowedInstant } from "../media/use-followed-instant";
import { usePlayer } from "../media/use-player";

/** Video that is shown while it comes. */
export function StreamedVideo(props: ViewProps<JoinedChunks, "video">) {
  const { output, value, live, started, instant } = props;
  const autoplay = output.options.autoplay ?? false;
  const box = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [player, setPlayer] = useState<Player>();
  useEffect(() => {
    if (!video.current || !canvas.current) return;
    const elements = { video: video.current, canvas: canvas.current };
    const created = createVideoPlayer({ ...elements, autoplay });
    setPlayer(created);
    return () => created.dispose();
  }, [autoplay]);
  const snapshot = usePlayer(player, { media: value, live, started });
  useFollowedInstant(player, { instant, live, isFilm: true });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      ref={box}
      role="group"
      aria-label={`${output.label}: player`}
      data-player={snapshot.status}
      data-gaps={snapshot.gaps}
      className={`flex size-full flex-col bg-sunk ${value ? "" : "invisible"}`}
      onKeyDown={(event) => onPlayerKey(event, player)}
    >
      <div className="relative min-h-0 flex-1">
        {/* biome-ignore lint/a11y/useMediaCaption: nobody knows the words of what a demo makes. */}
        <video
          ref={video}
          playsInline
          aria-label={output.label}
          className="absolute inset-0 size-full object-contain"
          onClick={() => (snapshot.status === "playing" ? player?.pause() : player?.play())}
        />
        <canvas
          ref={canvas}
          hidden
          className="pointer-events-none absolute inset-0 size-full object-contain"
        />
      </div>
      <div className="px-4 pt-2 pb-3">
        <SeekBar player={player} className="plain-range" />
        <PlayerControls player={player} snapshot={snapshot}>
          <button
            type="button"
            aria-label="Full screen"
            title="Full screen"
            className={toolStyle}
            onClick={() => fillScreen(box.current, video.current)}
          >
            <Icon name="expand" />
          </button>
        </PlayerControls>
        <PlayerWords snapshot={snapshot} what="video" />
      </div>
    </div>
  );
}

/** With its controls; iPhones let only the video itself fill the screen. */
function fillScreen(box: HTMLElement | null, video: HTMLVideoElement | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (box?.requestFullscreen) void box.requestFullscreen().catch(() => {});
  else (video as { webkitEnterFullscreen?(): void } | null)?.webkitEnterFullscreen?.();
}
