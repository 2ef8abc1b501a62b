import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { scrollToEnd } from "./scroll-to-end";

/** As far from the end as this, somebody has scrolled up to read. */
const nearEnd = 24;
const upwards = new Set(["ArrowUp", "Home", "PageUp"]);

interface Following {
  /** To be called when it has grown. */
  follow(): void;
  isFollowing(): boolean;
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
  const top = useRef(0);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const distance = scrollHeight - scrollTop - clientHeight;
      // Who scrolls up by a key or a wheel begins with a pixel or two, near the end still.
      if (scrollTop < top.current && distance > 1) follows.current = false;
      else if (distance < nearEnd && scrollTop > top.current) follows.current = true;
      top.current = scrollTop;
      setAway(!follows.current);
    };
    // What is scrolled smoothly moves a frame later, and by then its end would have been sought again.
    const onMeaning = (event: WheelEvent | KeyboardEvent | TouchEvent) => {
      const up =
        event instanceof WheelEvent
          ? event.deltaY < 0
          : !(event instanceof KeyboardEvent) || upwards.has(event.key);
      if (up && element.scrollTop > 0) follows.current = false;
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener("wheel", onMeaning, { passive: true });
    element.addEventListener("keydown", onMeaning);
    element.addEventListener("touchmove", onMeaning, { passive: true });
    return () => {
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener("wheel", onMeaning);
      element.removeEventListener("keydown", onMeaning);
      element.removeEventListener("touchmove", onMeaning);
    };
  }, [scroller]);

  const follow = useCallback(() => {
    if (known.current !== origin) follows.current = live;
    known.current = origin;
    const element = scroller.current;
    if (!element || !follows.current) return;
    scrollToEnd(element, () => {
      top.current = element.scrollTop;
    });
  }, [scroller, origin, live]);

  const jump = useCallback(() => {
    follows.current = true;
    follow();
  }, [follow]);

  const isFollowing = useCallback(() => follows.current, []);

  return { follow, isFollowing, away, jump };
}
