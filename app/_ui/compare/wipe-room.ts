/** The room of two pictures that lie upon each other: as wide as the page, as what stands below it is. */
export const wipeRoom = "hairline grid justify-items-center overflow-hidden rounded-box bg-sunk";
/** The pictures' own, in its middle: a square that fits on the screen, above the timeline. */
export const wipeSquare =
  "@container relative aspect-square w-full max-w-[min(37.5rem,max(18rem,calc(var(--screen)*0.55)))]";
