"use client";

import { useRef } from "react";
import { CopyButton } from "../../copy-button";
import { markdownDrawing } from "../../drawings/markdown";
import { EmptyStage } from "../../empty-stage";
import { type LatePart, useLatePart } from "../../late-part";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import type { JoinedText } from "../text/joined-text";
import { useFollow } from "../use-follow";
import type { StreamingMarkdownProps } from "./streaming-markdown";

/** Mostly it has come before there is a text; one that is there already can be read as it was written. */
const streamingMarkdown: LatePart<StreamingMarkdownProps> = {
  load: () => import("./streaming-markdown").then((part) => part.StreamingMarkdown),
};

export function MarkdownView({ output, value, live }: ViewProps<JoinedText, "markdown">) {
  const scroller = useRef<HTMLElement>(null);
  const { follow } = useFollow(scroller, value?.origin, live);
  const StreamingMarkdown = useLatePart(streamingMarkdown);
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
          {value &&
            (StreamingMarkdown ? (
              <StreamingMarkdown text={value.text} live={live} onShow={follow} />
            ) : (
              <p dir="auto" className="text-body whitespace-pre-wrap [overflow-wrap:anywhere]">
                {value.text}
              </p>
            ))}
        </div>
      </Scroller>
    </Stage>
  );
}
