let next: Promise<void> | undefined;

/**
 * Waits until what is due in this turn of the event loop is done: the same moment for all who wait, so that
 * what comes meanwhile from many sides can be handled together. Mostly far less than a millisecond.
 */
export function nextTurn(): Promise<void> {
  next ??= new Promise((resolve) => {
    setImmediate(() => {
      next = undefined;
      resolve();
    });
  });
  return next;
}
