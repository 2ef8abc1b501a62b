import { type RefObject, useEffect, useReducer, useRef } from "react";

/** Rows above and below what is seen, so that a fast hand finds none missing. */
const beyond = 20;
/** Above them while the end is followed: of a thousand lines a second most would be made for nobody. */
const beyondAtEnd = 8;

export interface RowsOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** In pixels; of all rows the same, so that none of them needs to be measured. */
  rowHeight: number;
  /** Whether the end is kept in sight, which the scroll bar says a frame later. */
  isAtEnd(): boolean;
}

/** Which of many rows are on the page: the first one, and the first that is not. */
export function useRowsInSight({ scroller, count, rowHeight, isAtEnd }: RowsOptions) {
  const room = useRef({ top: 0, height: 400 });
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      const before = room.current;
      room.current = { top, height };
      // Where the end is followed, each growth scrolls, and which rows are the last is known before.
      if (before.height !== height || (before.top !== top && !isAtEnd())) redraw();
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, isAtEnd]);

  const { top, height } = room.current;
  const atEnd = isAtEnd();
  const from = atEnd ? count * rowHeight - height : Math.min(top, count * rowHeight - height);
  const above = atEnd ? beyondAtEnd : beyond;
  const first = Math.max(0, Math.floor(from / rowHeight) - above);
  const end = Math.min(count, Math.ceil((from + height) / rowHeight) + beyond);
  return { first, end };
}
