"use client";

import { useEffect, useRef } from "react";

interface PlainMediaProps {
  kind: "audio" | "video";
  label: string;
  url: string | undefined;
  autoplay: boolean;
}

/** One whole file, in the browser's own player. */
export function PlainMedia({ kind: Element, label, url, autoplay }: PlainMediaProps) {
  const element = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  // Not by the attribute: the first file may be there before its page was touched, a later one not.
  useEffect(() => {
    if (url && autoplay) void element.current?.play().catch(() => {});
  }, [url, autoplay]);
  return (
    <Element
      ref={element}
      src={url}
      controls
      playsInline={Element === "video" || undefined}
      preload="metadata"
      aria-label={label}
      className={Element === "video" ? "absolute inset-0 size-full object-contain" : "w-full"}
    >
      {/* Nobody knows the words of what a demo makes. */}
      <track kind="captions" />
    </Element>
  );
}
