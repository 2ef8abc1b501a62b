"use client";

import { type SyntheticEvent, useEffect, useState } from "react";

/** A frame of this site, as high as the page in it. */
export interface FittedFrame {
  /** In pixels; `undefined` until its page is there. */
  readonly height: number | undefined;
  onLoad(event: SyntheticEvent<HTMLIFrameElement>): void;
}

export function useFittedFrame(): FittedFrame {
  const [page, setPage] = useState<Element>();
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    if (!page) return;
    const watch = new ResizeObserver(() =>
      setHeight(Math.ceil(page.getBoundingClientRect().height)),
    );
    watch.observe(page);
    return () => watch.disconnect();
  }, [page]);
  return {
    height,
    onLoad: ({ currentTarget }) =>
      setPage(currentTarget.contentDocument?.querySelector("[data-embed]") ?? undefined),
  };
}
