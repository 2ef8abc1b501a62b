import type { Page } from "playwright-core";

/** What came to the screen of one picture, from the click on. */
export interface PaintedFrames {
  /** Different pictures, oldest first, and when each was painted, in milliseconds since the epoch. */
  painted: { url: string; at: number }[];
  /** How often there was no whole picture on an animation frame behind the first one. */
  flashes: number;
}

declare global {
  interface Window {
    paintedFrames: PaintedFrames;
  }
}

/**
 * Looks on every animation frame at what the page's picture shows by then, which is what is painted next.
 *
 * @param picture a selector of the `img`, which may come later
 */
export async function watchFrames(page: Page, picture: string): Promise<void> {
  await page.evaluate((picture) => {
    const seen: PaintedFrames = { painted: [], flashes: 0 };
    window.paintedFrames = seen;
    const look = () => {
      if (window.paintedFrames !== seen) return;
      requestAnimationFrame(look);
      const image = document.querySelector<HTMLImageElement>(picture);
      const isLoaded = image?.complete && image.naturalWidth > 0 && image.src !== "";
      if (!isLoaded || !image.checkVisibility()) {
        if (seen.painted.length > 0) seen.flashes++;
        return;
      }
      if (seen.painted.at(-1)?.url === image.src) return;
      const painted = { url: image.src, at: 0 };
      seen.painted.push(painted);
      // The next task comes when the page has painted what it shows now.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        painted.at = performance.timeOrigin + performance.now();
      };
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  }, picture);
}
