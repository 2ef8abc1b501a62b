"use client";

import { useLayoutEffect, useRef, useState } from "react";
import {
  type BlockReader,
  createBlockReader,
  groupSize,
  longestShown,
  type ReadMarkdown,
} from "@/lib/client/markdown/block-reader";
import { Group } from "./blocks";
import { Targets } from "./inlines";

export interface StreamingMarkdownProps {
  /** The whole text so far. */
  text: string;
  /** Whether more may come: what is begun and not ended is then shown as if it were. */
  live: boolean;
  /** Called after each change of what is shown, before it is painted. */
  onShow?: () => void;
}

const nothing: ReadMarkdown = { groups: [], tail: [], targets: {}, more: false, cut: false };

/**
 * A markdown text, shown while it is written. Only the block that is being written is rendered anew, and
 * a long text that comes at once is read some milliseconds a frame. No HTML of the text gets into the
 * page, and nothing is fetched from another host.
 *
 * @example <StreamingMarkdown text={reply} live={running} />
 */
export function StreamingMarkdown({ text, live, onShow }: StreamingMarkdownProps) {
  const { groups, tail, targets, cut } = useReadMarkdown(text, live);
  useLayoutEffect(() => onShow?.());
  // The tail shares the group that still grows, so that no block is made anew when it settles.
  const last = groups.at(-1);
  const grows = last !== undefined && last.length < groupSize;
  const shown = [...(grows ? groups.slice(0, -1) : groups), [...(grows ? last : []), ...tail]];
  return (
    <Targets.Provider value={targets}>
      <div className="text-body [overflow-wrap:anywhere]">
        {shown.map((blocks, at) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: a text grows at its end.
            key={at}
            blocks={blocks}
            settled={at < shown.length - 1}
            open={live && at === shown.length - 1}
          />
        ))}
        {cut && (
          <p className="mt-4 text-fine text-muted">
            The first {longestShown.toLocaleString("en")} letters of{" "}
            {text.length.toLocaleString("en")}. Copy takes all of them.
          </p>
        )}
      </div>
    </Targets.Provider>
  );
}

/** In blocks that a frame puts into the page. */
const pacing = { first: 30, least: 8, most: 150 };

/** Fewer where the last frame took long, be it for this text or for what stands beside it. */
function nextPace(pace: number, milliseconds: number): number {
  if (milliseconds > 40) return Math.max(pacing.least, Math.round(pace / 2));
  return milliseconds > 25 ? pace : Math.min(pacing.most, Math.round(pace * 1.5));
}

function useReadMarkdown(text: string, live: boolean): ReadMarkdown {
  const reader = useRef<BlockReader>(undefined);
  const pace = useRef(pacing.first);
  /** When the last frame's reading did, where it has left some. */
  const began = useRef<number>(undefined);
  const [read, setRead] = useState(nothing);
  useLayoutEffect(() => {
    reader.current ??= createBlockReader();
    const { current } = reader;
    let frame: number | undefined;
    function readOn() {
      const now = performance.now();
      if (began.current !== undefined) pace.current = nextPace(pace.current, now - began.current);
      const next = current.read(text, live, { blocks: pace.current });
      setRead(next);
      began.current = next.more ? now : undefined;
      if (next.more) frame = requestAnimationFrame(readOn);
    }
    readOn();
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [text, live]);
  return read;
}
