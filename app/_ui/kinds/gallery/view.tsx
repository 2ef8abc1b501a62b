"use client";

import dynamic from "next/dynamic";
import { useLayoutEffect, useRef, useState } from "react";
import { itemsOf } from "@/lib/kinds/grown-list";
import { galleryDrawing } from "../../drawings/gallery";
import { EmptyStage } from "../../empty-stage";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { useFollow } from "../use-follow";
import type { GalleryPicture, JoinedGallery } from "./joined-gallery";

const LargePicture = dynamic(() => import("./large-picture").then((part) => part.LargePicture));

/** A picture of at most this width is its own small copy. */
const smallWidth = 480;
/** Below this width a picture's own pixels are shown, as squares. */
const fewPixels = 129;

export function GalleryView({ output, value, live }: ViewProps<JoinedGallery, "gallery">) {
  const scroller = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<number>();
  const pictures = value ? itemsOf(value.items) : [];
  const count = pictures.length;
  const grows = live && output.options.append === true;
  const { follow } = useFollow(scroller, value?.origin, grows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more is what it is about.
  useLayoutEffect(() => {
    if (grows) follow();
  }, [follow, grows, count]);
  // Who looks back may see fewer pictures than were there when one was opened.
  const large = open === undefined || count === 0 ? undefined : Math.min(open, count - 1);
  return (
    <Stage
      name={output.name}
      label={value ? `${output.label} · ${pictureWords(count)}` : output.label}
      empty={!value && <EmptyStage drawing={galleryDrawing} live={live} />}
      className="relative h-[max(var(--room),20rem)]"
    >
      <Scroller
        ref={scroller}
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-y-auto overscroll-contain px-4 pb-4 focus-visible:-outline-offset-2"
      >
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-2">
          {pictures.map((picture, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an element that stays shows no empty moment.
            <li key={at} className="min-w-0">
              <button
                type="button"
                data-picture={at}
                className="group block w-full text-left"
                onClick={() => setOpen(at)}
              >
                <SmallPicture picture={picture} name={nameOf(picture, output.label, at)} />
              </button>
            </li>
          ))}
        </ul>
      </Scroller>
      {large !== undefined && (
        <LargePicture
          pictures={pictures}
          at={large}
          label={output.label}
          name={output.name}
          onMove={setOpen}
          onClose={() => setOpen(undefined)}
          finalFocus={() =>
            scroller.current?.querySelector<HTMLElement>(`[data-picture="${large}"]`) ?? null
          }
        />
      )}
    </Stage>
  );
}

function SmallPicture({ picture, name }: { picture: GalleryPicture; name: string }) {
  const { image, caption } = picture;
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: the server makes the smaller copy already. */}
      <img
        src={image.width <= smallWidth ? image.url : image.small}
        alt={name}
        loading="lazy"
        decoding="sync"
        width={image.width}
        height={image.height}
        className={`aspect-square w-full rounded-part bg-panel object-contain ${image.width < fewPixels ? "[image-rendering:pixelated]" : ""}`}
      />
      {caption !== null && (
        <span aria-hidden="true" dir="auto" className="block truncate pt-1 text-fine text-muted">
          {caption}
        </span>
      )}
    </>
  );
}

function nameOf({ caption }: GalleryPicture, label: string, at: number): string {
  return caption || `${label} ${at + 1}`;
}

function pictureWords(count: number): string {
  return `${count.toLocaleString("en")} picture${count === 1 ? "" : "s"}`;
}
