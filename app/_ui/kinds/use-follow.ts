import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** As far from the end as this, somebody has scrolled up to read. */
const nearEnd = 24;

interface Following {
  /** To be called when it has grown. */
  follow(): void;
  /** Somebody has scrolled away from the end. */
  readonly away: boolean;
  /** Goes to the end, and follows it again. */
  jump(): void;
}

/**
 * Keeps the end of what grows in sight, until somebody scrolls up, and again once they are back at it.
 *
 * @param origin another one: it begins anew
 * @param live whether it grows; of what comes whole the beginning is shown
 */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  origin: unknown,
  live: boolean,
): Following {
  const [away, setAway] = useState(false);
  const follows = useRef(false);
  const known = useRef<unknown>(undefined);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
      setAway(!follows.current);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [scroller]);

  const follow = useCallback(() => {
    if (known.current !== origin) follows.current = live;
    known.current = origin;
    const element = scroller.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  }, [scroller, origin, live]);

  const jump = useCallback(() => {
    follows.current = true;
    follow();
  }, [follow]);

  return { follow, away, jump };
}
