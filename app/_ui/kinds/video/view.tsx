"use client";

import dynamic from "next/dynamic";
import type { JoinedChunks } from "@/lib/client/players/joined-chunks";
import { videoDrawing } from "../../drawings/video";
import { EmptyStage } from "../../empty-stage";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { DownloadLink } from "../media/download-link";
import { PlainMedia } from "../media/plain-media";
import { useNeeded } from "../media/use-needed";

const StreamedVideo = dynamic(() => import("./streamed").then((part) => part.StreamedVideo));

export function VideoView(props: ViewProps<JoinedChunks, "video">) {
  const { output, value, live, started } = props;
  const { streaming = false, autoplay = false } = output.options;
  const file = value?.file ?? (streaming ? undefined : value?.list[0]?.url);
  const isWhole = !(streaming && live);
  const needed = useNeeded(live || value !== undefined);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={file && isWhole && <DownloadLink url={file} />}
      empty={!value && <EmptyStage drawing={videoDrawing} live={live} />}
      className={`@container relative ${streaming ? "h-[calc(56.25cqw+7rem)] max-h-[min(37.5rem,max(22rem,calc(var(--screen)*0.8)))]" : "aspect-video"} w-full`}
    >
      {streaming
        ? needed && <StreamedVideo {...props} />
        : value && (
            <PlainMedia
              kind="video"
              label={output.label}
              url={value.list[value.count - 1]?.url}
              autoplay={autoplay && started}
            />
          )}
    </Stage>
  );
}
