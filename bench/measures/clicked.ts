import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** When the mouse was last pressed and let go, in milliseconds since the epoch. */
    clickedAt: number;
  }
}

/** Has a page note when somebody clicks. Call before it is opened. */
export async function watchClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const note = ({ timeStamp }: Event) => {
      window.clickedAt = performance.timeOrigin + timeStamp;
    };
    addEventListener("click", note, { capture: true });
  });
}
