import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** As far from the end as this, somebody has scrolled up to read. */
const nearEnd = 24;

interface FollowEndOptions {
  /** Whether what is new comes at the end, and more may come. */
  grows: boolean;
  /** Another one than before where the content is another one. */
  origin: object | undefined;
  count: number;
}

/** Keeps the end of what grows in view, until somebody scrolls away from it. */
export function useFollowEnd(
  scroller: RefObject<HTMLElement | null>,
  { grows, origin, count }: FollowEndOptions,
): void {
  const follows = useRef(true);
  useLayoutEffect(() => {
    // What was there before this page looked is read from its beginning.
    follows.current = origin !== undefined;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [origin, scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more item is what it is about.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && grows && follows.current) element.scrollTop = element.scrollHeight;
  }, [count, grows, scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [scroller]);
}
