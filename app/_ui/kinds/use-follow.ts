import { type RefObject, useCallback, useEffect, useRef } from "react";

/** As far from the end as this, somebody has scrolled up to read. */
const nearEnd = 24;

/**
 * Keeps the end of what grows in sight, until somebody scrolls up, and again once they are back at it.
 *
 * @param origin another one: it begins anew
 * @param live whether it grows; of what comes whole the beginning is shown
 * @returns what to call when it has grown
 */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  origin: unknown,
  live: boolean,
): () => void {
  const follows = useRef(false);
  const known = useRef<unknown>(undefined);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [scroller]);

  return useCallback(() => {
    if (known.current !== origin) follows.current = live;
    known.current = origin;
    const element = scroller.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  }, [scroller, origin, live]);
}
