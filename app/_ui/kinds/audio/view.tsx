"use client";

import type { JoinedChunks } from "@/lib/client/players/joined-chunks";
import { EmptyStage } from "../../empty-stage";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { DownloadLink } from "../media/download-link";
import { PlainMedia } from "../media/plain-media";
import { StreamedAudio } from "./streamed";

export function AudioView(props: ViewProps<JoinedChunks, "audio">) {
  const { output, value, live, started } = props;
  const { streaming = false, autoplay = false } = output.options;
  const file = value?.file ?? (streaming ? undefined : value?.list[0]?.url);
  const isWhole = !(streaming && live);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={file && isWhole && <DownloadLink url={file} />}
      empty={!value && <EmptyStage kind="audio" live={live} />}
      className={`@container relative ${streaming ? "h-40" : "h-28"}`}
    >
      {streaming ? (
        <StreamedAudio {...props} />
      ) : (
        value && (
          <div className="grid h-full items-center px-4 pb-4">
            <PlainMedia
              kind="audio"
              label={output.label}
              url={value.list[value.count - 1]?.url}
              autoplay={autoplay && started}
            />
          </div>
        )
      )}
    </Stage>
  );
}
