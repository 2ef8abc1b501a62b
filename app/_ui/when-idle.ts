/** Milliseconds after which it is done all the same. */
const longest = 2000;

/**
 * Does something once the browser has nothing better to do, such as to fetch what only the next press needs.
 *
 * @returns what calls it off
 * @example useEffect(() => whenIdle(store.preload), [store]);
 */
export function whenIdle(task: () => void): () => void {
  // Safari has none.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(task, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: longest });
  return () => cancelIdleCallback(handle);
}
