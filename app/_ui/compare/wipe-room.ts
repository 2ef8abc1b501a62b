/** The room of two pictures that lie upon each other: a square that fits on the screen, above the timeline. */
export const wipeRoom =
  "hairline @container relative aspect-square overflow-hidden rounded-box bg-sunk";
export const wipeWidth = "w-full max-w-[min(37.5rem,max(18rem,calc(var(--screen)*0.55)))]";
