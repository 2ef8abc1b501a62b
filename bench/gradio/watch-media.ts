import type { Page } from "playwright-core";
import { type Heard, listen } from "../../tests/e2e/heard";
import { noteFrames } from "../measures/film-frames";

declare global {
  interface Window {
    /** Whether what was played has come to its end. */
    mediaEnded: boolean;
  }
}

/**
 * Records what a page lets be heard, and notes the frames of its film, which comes once it is run. Call
 * before it is opened.
 */
export async function watchMedia(page: Page, rate: number): Promise<Heard> {
  const heard = await listen(page, rate);
  await page.addInitScript(`(${watchElements})(${noteFrames})`);
  return heard;
}

/** Runs in the page: sends each player's sound through the one that is listened to. */
function watchElements(noteFrames: (video: HTMLVideoElement) => void): void {
  const watched = new WeakSet<HTMLMediaElement>();
  window.mediaEnded = false;
  addEventListener("click", () => void window.loudspeaker.resume());
  new MutationObserver(() => {
    for (const media of document.querySelectorAll<HTMLMediaElement>("audio, video")) {
      if (watched.has(media)) continue;
      watched.add(media);
      media.addEventListener("ended", () => {
        window.mediaEnded = true;
      });
      const { loudspeaker } = window;
      loudspeaker.createMediaElementSource(media).connect(loudspeaker.destination);
      if (media instanceof HTMLVideoElement) noteFrames(media);
    }
  }).observe(document, { subtree: true, childList: true });
}
