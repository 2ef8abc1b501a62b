"use client";

import { type DragEvent, type ReactNode, useState } from "react";

interface ChatFrameProps {
  embedded: boolean;
  /** Takes files that are dropped; `undefined` where none are taken. */
  onFiles: ((files: Iterable<File>) => void) | undefined;
  /** Somebody is about to do something. */
  onFocus(): void;
  children: ReactNode;
}

/** The room of a chat: as high as the window leaves, so that the composer stands at its bottom. */
export function ChatFrame({ embedded, onFiles, onFocus, children }: ChatFrameProps) {
  const [over, setOver] = useState(false);
  // A frame that fits its content would grow with what is as high as the frame.
  const height = embedded
    ? "h-[max(20rem,calc(100svh-5.5rem))] in-data-fitted:h-[34rem]"
    : "h-[max(26rem,calc(100svh-13rem))]";

  function onDrag(event: DragEvent): void {
    if (!onFiles || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(event.type === "dragover");
    if (event.type === "drop") onFiles(event.dataTransfer.files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who has no mouse uses the button that attaches.
    <div
      data-chat
      onFocus={onFocus}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrag}
      className={`relative flex min-w-0 flex-col ${height} ${over ? "rounded-box outline-2 outline-offset-4 outline-edge outline-dashed" : ""}`}
    >
      {children}
    </div>
  );
}
