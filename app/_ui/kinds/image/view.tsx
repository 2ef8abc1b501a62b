"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { createShowNewest } from "@/lib/client/show-newest";
import { imageDrawing } from "../../drawings/image";
import { EmptyStage } from "../../empty-stage";
import { Icon } from "../../icon";
import { Stage, toolStyle } from "../../stage";
import type { ViewProps } from "../kind";
import "./pixelated.css";

/** A picture on the wire; its bytes never change. */
export interface Picture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Below this width a picture's own pixels are shown, as squares, where its demo does not say. */
const fewPixels = 257;

/** Of the six requests that a browser makes of one host at a time, some stay free for the rest of a page. */
const smallAtOnce = 4;
/** What a large one costs is to encode it, not its way: two at a time would come half as fast. */
const largeAtOnce = 1;

export function ImageView({ output, value, live }: ViewProps<Picture, "image">) {
  const image = useRef<HTMLImageElement>(null);
  const shown = useSwappedPicture(image, value);
  return (
    <Stage
      name={output.name}
      overlay
      label={shown ? `${output.label} ${shown.width} × ${shown.height}` : output.label}
      tools={shown && <PictureTools picture={shown} image={image} name={output.name} />}
      empty={!shown && <EmptyStage drawing={imageDrawing} live={live} />}
      className="relative aspect-square max-h-[min(37.5rem,max(20rem,calc(var(--screen)*0.7)))] w-full"
    >
      {/* One element for all frames: a new one would flash. Its room never changes either. */}
      {/* biome-ignore lint/performance/noImgElement: Next's own would fetch a smaller copy of each frame. */}
      <img
        ref={image}
        // It is decoded by then; "async" would leave the room empty for a frame.
        decoding="sync"
        alt={shown ? output.label : ""}
        hidden={!shown}
        className={`absolute inset-0 m-auto size-full object-contain ${pixelStyle(shown, output.options.pixelated)}`}
      />
    </Stage>
  );
}

function pixelStyle(shown: Picture | undefined, pixelated: boolean | undefined): string {
  if (pixelated) return "even-pixels";
  const few = shown !== undefined && shown.width < fewPixels;
  return few && pixelated === undefined ? "[image-rendering:pixelated]" : "";
}

/**
 * Decodes each picture in a spare `Image` and only then puts it into the one on the page, so that no
 * frame is ever empty.
 *
 * @returns the picture that is on the page
 */
export function useSwappedPicture(
  image: RefObject<HTMLImageElement | null>,
  value: Picture | undefined,
): Picture | undefined {
  const [shown, setShown] = useState<Picture>();
  const held = useRef<HTMLImageElement>(undefined);
  const [newest] = useState(() =>
    createShowNewest<Picture, HTMLImageElement>({
      most: ({ width, height }) =>
        Math.max(width, height) < fewPixels ? smallAtOnce : largeAtOnce,
      async load({ url }, come) {
        const spare = new Image();
        spare.onload = come;
        spare.src = url;
        await spare.decode();
        return spare;
      },
      show(picture, spare) {
        if (!image.current) return;
        // For as long as the spare one is held the browser has it at once, else it might fetch it anew.
        held.current = spare;
        image.current.src = picture.url;
        // In the same frame as the picture, for pixelated.css.
        image.current.style.setProperty("--across", `${picture.width}px`);
        image.current.style.setProperty("--down", `${picture.height}px`);
        setShown(picture);
      },
    }),
  );
  // Not behind the next frame, which would show it that much later.
  useLayoutEffect(() => {
    if (value) newest.give(value);
    else newest.clear();
  }, [newest, value]);
  return value && shown;
}

interface PictureToolsProps {
  picture: Picture;
  image: RefObject<HTMLImageElement | null>;
  name: string;
}

function PictureTools({ picture, image, name }: PictureToolsProps) {
  return (
    <>
      <button
        type="button"
        aria-label="Full screen"
        title="Full screen"
        className={toolStyle}
        onClick={() => void image.current?.requestFullscreen?.().catch(() => {})}
      >
        <Icon name="expand" />
      </button>
      <a
        href={picture.url}
        download={name}
        aria-label="Download"
        title="Download"
        className={toolStyle}
      >
        <Icon name="down" />
      </a>
      <a
        href={picture.url}
        target="_blank"
        rel="noreferrer"
        aria-label="Open in a new tab"
        title="Open in a new tab"
        className={toolStyle}
      >
        <Icon name="open" />
      </a>
    </>
  );
}
