"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { CopyButton } from "../../copy-button";
import { markdownDrawing } from "../../drawings/markdown";
import { EmptyStage } from "../../empty-stage";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import { whenIdle } from "../../when-idle";
import type { ViewProps } from "../kind";
import type { JoinedText } from "../text/joined-text";
import { useFollow } from "../use-follow";

/** Fetched behind the page's first scripts, of which an embed has few: there is no text yet. */
const load = () => import("./streaming-markdown").then((part) => part.StreamingMarkdown);
const StreamingMarkdown = dynamic(load, { ssr: false });

export function MarkdownView({ output, value, live }: ViewProps<JoinedText, "markdown">) {
  const scroller = useRef<HTMLElement>(null);
  const { follow } = useFollow(scroller, value?.origin, live);
  useEffect(() => whenIdle(() => void load()), []);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={value && <CopyButton label="Copy the markdown" text={() => value.text} />}
      empty={!value && <EmptyStage drawing={markdownDrawing} live={live} />}
      className="relative h-(--room)"
    >
      <Scroller
        ref={scroller}
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-y-auto overscroll-contain px-4 pb-4 focus-visible:-outline-offset-2"
      >
        <div className="max-w-[72ch]">
          {value && <StreamingMarkdown text={value.text} live={live} onShow={follow} />}
        </div>
      </Scroller>
    </Stage>
  );
}
