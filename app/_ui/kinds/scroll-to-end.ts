const waiting = new Map<HTMLElement, () => void>();
let observer: ResizeObserver | undefined;

/**
 * Scrolls an element to its end in the frame in which it has grown, once the browser has laid it out for
 * that frame: who asks how high it is before has the page laid out twice.
 *
 * @param done called when it is there
 */
export function scrollToEnd(element: HTMLElement, done: () => void): void {
  waiting.set(element, done);
  observer ??= new ResizeObserver(scrollAll);
  // What is observed anew is told of once in any case: https://www.w3.org/TR/resize-observer/
  observer.unobserve(element);
  observer.observe(element);
}

function scrollAll(): void {
  const all = [...waiting];
  waiting.clear();
  const heights = all.map(([element]) => element.scrollHeight);
  for (const [at, [element]] of all.entries()) {
    observer?.unobserve(element);
    element.scrollTop = heights[at] ?? 0;
  }
  for (const [, done] of all) done();
}
