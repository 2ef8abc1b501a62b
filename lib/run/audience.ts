import type { Viewer } from "./viewer";

/** The viewers of one run. */
export interface Audience {
  readonly size: number;
  add(viewer: Viewer): void;
  /** `false` where it was not there. */
  remove(viewer: Viewer): boolean;
  /** Tells every viewer that something has changed that stands in no log. */
  nudge(): void;
  /** The run is over: nobody is missed any more. */
  close(): void;
}

const announceEvery = 250;

/**
 * @param graceSeconds how long a run whose last viewer has left waits for one to come back
 * @param onDeserted called when none came; never for a run that nobody has watched yet
 */
export function createAudience(graceSeconds: number, onDeserted: () => void): Audience {
  const viewers = new Set<Viewer>();
  let grace: NodeJS.Timeout | undefined;
  let news: NodeJS.Timeout | undefined;
  let closed = false;

  function nudge(): void {
    for (const viewer of viewers) viewer.nudge();
  }

  /** Tells all of one another, at most four times a second: a thousand may come at once. */
  function announce(): void {
    if (news) return;
    news = setTimeout(() => {
      news = undefined;
      nudge();
    }, announceEvery).unref();
  }

  return {
    get size() {
      return viewers.size;
    },
    add(viewer) {
      clearTimeout(grace);
      viewers.add(viewer);
      announce();
    },
    remove(viewer) {
      if (!viewers.delete(viewer)) return false;
      if (viewers.size > 0) announce();
      if (viewers.size === 0 && !closed) {
        grace = setTimeout(onDeserted, graceSeconds * 1000).unref();
      }
      return true;
    },
    nudge,
    close() {
      closed = true;
      clearTimeout(grace);
    },
  };
}
