"use client";

import { type JoinedReply, textsOf } from "@/lib/client/chat/joined-reply";
import { ReplyView } from "../../chat/reply-view";
import { CopyButton } from "../../copy-button";
import { replyDrawing } from "../../drawings/reply";
import { EmptyStage } from "../../empty-stage";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";

/** A chat's reply among the outputs of a run, for pages that show any demo. */
export function ReplyOutputView({ output, value, live }: ViewProps<JoinedReply, "reply">) {
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={value && <CopyButton label="Copy the text" text={() => textsOf(value).join("\n\n")} />}
      empty={!value && <EmptyStage drawing={replyDrawing} live={live} />}
      className="relative h-(--room)"
    >
      <Scroller
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-y-auto overscroll-contain px-4 pb-4 focus-visible:-outline-offset-2"
      >
        {value && <ReplyView reply={value} live={live} />}
      </Scroller>
    </Stage>
  );
}
