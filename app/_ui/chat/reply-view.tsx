"use client";

import { memo } from "react";
import {
  type JoinedReply,
  messagesOf,
  type ReplyNode,
  type ReplyPicture,
} from "@/lib/client/chat/joined-reply";
import { ReplyStep } from "./reply-step";
import { Said } from "./said";

interface ReplyViewProps {
  reply: JoinedReply;
  /** Whether more may come. */
  live: boolean;
}

/** A reply: its messages, a thin gap between two, each with its texts, steps and pictures. */
export function ReplyView({ reply, live }: ReplyViewProps) {
  const messages = messagesOf(reply);
  const last = reply.parts.length - 1;
  return (
    <div className="grid gap-5">
      {messages.map((nodes, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that only grows.
        <div key={at} data-message={at} className="grid min-w-0 gap-3 text-body">
          <ReplyNodes nodes={nodes} live={live} last={last} />
        </div>
      ))}
    </div>
  );
}

interface ReplyNodesProps {
  nodes: readonly ReplyNode[];
  live: boolean;
  /** The place of the part that grows. */
  last: number;
}

function ReplyNodes({ nodes, live, last }: ReplyNodesProps) {
  return nodes.map((node) => {
    const { part } = node;
    if (part.type === "STEP") {
      return (
        <ReplyStep key={part.at} node={node} live={live}>
          <ReplyNodes nodes={node.within} live={live} last={last} />
        </ReplyStep>
      );
    }
    if (part.image) return <Picture key={part.at} picture={part.image} />;
    return <Said key={part.at} text={part.text} live={live && part.at === last} />;
  });
}

/** Its room is kept from its size on, so that nothing moves when it has come. */
const Picture = memo(function Picture({ picture }: { picture: ReplyPicture }) {
  const { url, width, height } = picture;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      aria-label={`Picture, ${width} by ${height} pixels`}
      className="hairline block w-fit max-w-full overflow-hidden rounded-box bg-sunk"
    >
      {/* biome-ignore lint/performance/noImgElement: Next's own would fetch a smaller copy. */}
      <img
        src={url}
        alt=""
        width={width}
        height={height}
        className="block h-auto max-h-96 w-auto max-w-full"
      />
    </a>
  );
});
