"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** As far from the end as this, somebody has scrolled up to read. */
const nearEnd = 48;

/** What somebody scrolls with. */
const gestures = ["wheel", "touchmove", "keydown", "pointerdown", "pointermove"] as const;
/** Milliseconds in which a gesture may have scrolled. */
const gestureLasts = 300;
/** Milliseconds in which the browser may scroll by itself what has grown or shrunk. */
const settling = 150;

export interface FollowEnd {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What grows in it. */
  readonly content: RefObject<HTMLDivElement | null>;
  /** Whether the end is in sight, and kept there. */
  readonly follows: boolean;
  /** Goes to the end, and follows it from then on. */
  toEnd(): void;
}

/**
 * Keeps the end of what grows in sight, unless somebody has scrolled up to read.
 *
 * @param newest where it changes, somebody has said something: the end is gone to
 */
export function useFollowEnd(newest: unknown): FollowEnd {
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [follows, setFollows] = useState(true);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    following.current = true;
    setFollows(true);
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    let { scrollTop: top, scrollHeight: height } = element;
    let gestureAt = Number.NEGATIVE_INFINITY;
    let resizedAt = performance.now();
    const onGesture = () => {
      gestureAt = performance.now();
    };
    const onScroll = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
      const isUp = element.scrollTop < top;
      // What is written anew may be shorter for a frame, and then the browser scrolls up by itself.
      const now = performance.now();
      const isStill = element.scrollHeight === height && now - resizedAt > settling;
      const isMeant = isStill || now - gestureAt < gestureLasts;
      top = element.scrollTop;
      if (following.current && !isNear && !(isUp && isMeant)) return;
      following.current = isNear;
      setFollows(isNear);
    };
    // Called before the frame is painted in which it has grown.
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
      ({ scrollTop: top, scrollHeight: height } = element);
      resizedAt = performance.now();
    });
    observer.observe(content.current);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    for (const gesture of gestures) {
      element.addEventListener(gesture, onGesture, { passive: true });
    }
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
      for (const gesture of gestures) element.removeEventListener(gesture, onGesture);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts.
  useLayoutEffect(toEnd, [toEnd, newest]);

  return { scroller, content, follows, toEnd };
}
