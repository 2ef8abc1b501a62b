"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import type { JoinedChunks } from "@/lib/client/players/joined-chunks";
import { wakeSoundAtGestures } from "@/lib/client/players/sound-contexts";
import { audioDrawing } from "../../drawings/audio";
import { EmptyStage } from "../../empty-stage";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { DownloadLink } from "../media/download-link";
import { PlainMedia } from "../media/plain-media";
import { useNeeded } from "../media/use-needed";

const StreamedAudio = dynamic(() => import("./streamed").then((part) => part.StreamedAudio));

export function AudioView(props: ViewProps<JoinedChunks, "audio">) {
  const { output, value, live, started } = props;
  const { streaming = false, autoplay = false } = output.options;
  const file = value?.file ?? (streaming ? undefined : value?.list[0]?.url);
  const isWhole = !(streaming && live);
  const needed = useNeeded(live || value !== undefined);
  // The press on Run may come before the player has, and some browsers want sound asked for right then.
  useEffect(
    () => (streaming && autoplay ? wakeSoundAtGestures() : undefined),
    [streaming, autoplay],
  );
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={file && isWhole && <DownloadLink url={file} />}
      empty={!value && <EmptyStage drawing={audioDrawing} live={live} />}
      className={`@container relative ${streaming ? "h-40" : "h-28"}`}
    >
      {streaming
        ? needed && <StreamedAudio {...props} />
        : value && (
            <div className="grid h-full items-center px-4 pb-4">
              <PlainMedia
                kind="audio"
                label={output.label}
                url={value.list[value.count - 1]?.url}
                autoplay={autoplay && started}
              />
            </div>
          )}
    </Stage>
  );
}
