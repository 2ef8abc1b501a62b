const waiting = new Map<HTMLElement, () => void>();

/**
 * Scrolls an element to its end, once all that is shown together has been put into the page: how high a
 * thing is the browser finds out by laying out the page, which several of them shall cost once.
 *
 * @param done called when it is there
 */
export function scrollToEnd(element: HTMLElement, done: () => void): void {
  if (waiting.size === 0) queueMicrotask(scrollAll);
  waiting.set(element, done);
}

function scrollAll(): void {
  const all = [...waiting];
  waiting.clear();
  const heights = all.map(([element]) => element.scrollHeight);
  for (const [at, [element]] of all.entries()) element.scrollTop = heights[at] ?? 0;
  for (const [, done] of all) done();
}
