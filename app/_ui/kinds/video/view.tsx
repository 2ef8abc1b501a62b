"use client";

import type { JoinedChunks } from "@/lib/client/players/joined-chunks";
import { EmptyStage } from "../../empty-stage";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { DownloadLink } from "../media/download-link";
import { PlainMedia } from "../media/plain-media";
import { StreamedVideo } from "./streamed";

export function VideoView(props: ViewProps<JoinedChunks, "video">) {
  const { output, value, live, started } = props;
  const { streaming = false, autoplay = false } = output.options;
  const file = value?.file ?? (streaming ? undefined : value?.list[0]?.url);
  const isWhole = !(streaming && live);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={file && isWhole && <DownloadLink url={file} />}
      empty={!value && <EmptyStage kind="video" live={live} />}
      className={`@container relative ${streaming ? "h-[calc(56.25cqw+7rem)] max-h-[min(37.5rem,max(22rem,calc(var(--screen)*0.8)))]" : "aspect-video"} w-full`}
    >
      {streaming ? (
        <StreamedVideo {...props} />
      ) : (
        value && (
          <PlainMedia
            kind="video"
            label={output.label}
            url={value.list[value.count - 1]?.url}
            autoplay={autoplay && started}
          />
        )
      )}
    </Stage>
  );
}
