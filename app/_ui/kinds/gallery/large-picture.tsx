"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { KeyboardEvent } from "react";
import { Icon } from "../../icon";
import { toolStyle } from "../../stage";
import type { GalleryPicture } from "./joined-gallery";

interface LargePictureProps {
  pictures: readonly GalleryPicture[];
  /** Which of them. */
  at: number;
  label: string;
  /** What a download is called. */
  name: string;
  onMove(at: number): void;
  onClose(): void;
  finalFocus(): HTMLElement | null;
}

/** One picture of a gallery as large as the page; arrows go to its neighbours, Esc back. */
export function LargePicture(props: LargePictureProps) {
  const { pictures, at, label, name, onMove, onClose, finalFocus } = props;
  const picture = pictures[at];
  const last = pictures.length - 1;
  function move(to: number): void {
    if (to >= 0 && to <= last) onMove(to);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const places: { [key: string]: number } = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: last,
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  }
  if (!picture) return null;
  const { image, caption } = picture;
  const place = `${at + 1} of ${pictures.length}`;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-bg/95" />
        <Dialog.Popup
          finalFocus={finalFocus}
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 flex flex-col"
        >
          <div className="flex h-14 shrink-0 items-center justify-between gap-4 px-4">
            <Dialog.Title className="min-w-0 truncate text-ui font-medium" dir="auto">
              {caption || label}
            </Dialog.Title>
            <div className="flex shrink-0 items-center gap-1">
              <Dialog.Description className="num px-2 text-fine text-muted">
                {place}
              </Dialog.Description>
              <MoveButton
                label="Previous picture"
                turned
                onPress={() => move(at - 1)}
                off={at === 0}
              />
              <MoveButton label="Next picture" onPress={() => move(at + 1)} off={at === last} />
              <a
                href={image.url}
                download={`${name}-${at + 1}`}
                aria-label="Download"
                title="Download"
                className={toolStyle}
              >
                <Icon name="down" />
              </a>
              <Dialog.Close aria-label="Close" title="Close" className={toolStyle}>
                <Icon name="close" />
              </Dialog.Close>
            </div>
          </div>
          <div className="relative min-h-0 flex-1">
            {/* biome-ignore lint/performance/noImgElement: Next's own would fetch a smaller copy. */}
            <img
              src={image.url}
              alt={caption || `${label} ${at + 1}`}
              decoding="sync"
              className={`absolute inset-0 size-full object-contain px-4 pb-4 ${image.width < 257 ? "[image-rendering:pixelated]" : ""}`}
            />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface MoveButtonProps {
  label: string;
  turned?: boolean;
  off: boolean;
  onPress(): void;
}

function MoveButton({ label, turned = false, off, onPress }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // It keeps the focus at the last picture, so that the keyboard goes on from there.
      aria-disabled={off}
      onClick={onPress}
      className={`${toolStyle} aria-disabled:opacity-40 ${turned ? "rotate-180" : ""}`}
    >
      <Icon name="next" />
    </button>
  );
}
