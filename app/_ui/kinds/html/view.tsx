"use client";

import { useEffect, useRef, useState } from "react";
import { htmlDrawing } from "../../drawings/html";
import { EmptyStage } from "../../empty-stage";
import { Icon } from "../../icon";
import { Stage, toolStyle } from "../../stage";
import type { ViewProps } from "../kind";

/** A page in HTML on the wire; its bytes never change. */
export interface HtmlOnWire {
  readonly url: string;
  readonly size: number;
}

export function HtmlView({ output, value, live }: ViewProps<HtmlOnWire, "html">) {
  const { height, scripts = false } = output.options;
  const { frames, front, onLoad } = useSwappedFrames(value);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={
        value && (
          <a
            href={value.url}
            target="_blank"
            rel="noreferrer"
            aria-label="Open in a new tab"
            title="Open in a new tab"
            className={toolStyle}
          >
            <Icon name="open" />
          </a>
        )
      }
      empty={front === undefined && <EmptyStage drawing={htmlDrawing} live={live} />}
      className={`relative ${height === undefined ? "h-(--room)" : ""}`}
      style={height === undefined ? undefined : { height }}
    >
      {frames.map((url, at) => (
        <iframe
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two, one behind the other.
          key={at}
          title={output.label}
          // What its headers say as well, in case that another host serves it.
          sandbox={scripts ? "allow-scripts" : ""}
          referrerPolicy="no-referrer"
          src={url}
          onLoad={() => onLoad(at)}
          inert={at !== front}
          aria-hidden={at !== front || undefined}
          className={`absolute inset-0 size-full bg-[#fff] [color-scheme:light] ${at === front ? "" : "invisible"}`}
        />
      ))}
    </Stage>
  );
}

interface SwappedFrames {
  /** The addresses of both frames. */
  readonly frames: readonly (string | undefined)[];
  /** Which one is seen. */
  readonly front: number | undefined;
  onLoad(at: number): void;
}

/**
 * Loads each page in the frame that is not seen and only then shows that one, so that none is ever
 * empty. While one loads only the newest that came is remembered.
 */
function useSwappedFrames(value: HtmlOnWire | undefined): SwappedFrames {
  const [frames, setFrames] = useState<readonly (string | undefined)[]>([undefined, undefined]);
  const [front, setFront] = useState<number>();
  const loading = useRef<string>(undefined);
  const newest = useRef<string>(undefined);
  const back = front === 0 ? 1 : 0;

  function load(url: string, into: number): void {
    loading.current = url;
    setFrames((known) => known.map((before, at) => (at === into ? url : before)));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: which frame is behind is known when it is asked.
  useEffect(() => {
    newest.current = value?.url;
    if (!value) setFront(undefined);
    else if (loading.current === undefined && frames[front ?? -1] !== value.url)
      load(value.url, back);
  }, [value]);

  return {
    frames,
    front: value && front,
    onLoad(at) {
      // A frame without an address has loaded nothing.
      if (loading.current === undefined || frames[at] !== loading.current) return;
      const shown = loading.current;
      loading.current = undefined;
      setFront(at);
      const next = newest.current;
      if (next !== undefined && next !== shown) load(next, at === 0 ? 1 : 0);
    },
  };
}
