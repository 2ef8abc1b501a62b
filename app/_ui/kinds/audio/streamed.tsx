"use client";

import { useEffect, useState } from "react";
import { type AudioPlayer, createAudioPlayer } from "@/lib/client/players/audio-player";
import type { JoinedChunks } from "@/lib/client/players/joined-chunks";
import type { ViewProps } from "../kind";
import { PlayerControls } from "../media/player-controls";
import { onPlayerKey } from "../media/player-keys";
import { PlayerWords } from "../media/player-words";
import { useFollowedInstant } from "../media/use-followed-instant";
import { usePlayer } from "../media/use-player";
import { Waveform } from "./waveform";

/** Sound that is played while it comes. */
export function StreamedAudio(props: ViewProps<JoinedChunks, "audio">) {
  const { output, value, live, started, instant } = props;
  const autoplay = output.options.autoplay ?? false;
  const [player, setPlayer] = useState<AudioPlayer>();
  useEffect(() => {
    const created = createAudioPlayer({ autoplay });
    setPlayer(created);
    return () => created.dispose();
  }, [autoplay]);
  const snapshot = usePlayer(player, { media: value, live, started });
  useFollowedInstant(player, { instant, live, isFilm: false });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-label={`${output.label}: player`}
      data-player={snapshot.status}
      data-gaps={snapshot.gaps}
      className={`px-4 pt-1 ${value ? "" : "invisible"}`}
      onKeyDown={(event) => onPlayerKey(event, player)}
    >
      <Waveform player={player} />
      <PlayerControls player={player} snapshot={snapshot} />
      <PlayerWords snapshot={snapshot} what="sound" />
    </div>
  );
}
