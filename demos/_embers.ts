import type { Universe } from "./_universe";

type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** Generations in which a dead cell fades, and in which a living one cools. */
const fading = 12;
const cooling = 20;

const newborn: Color = [255, 124, 0, 255];
const settled: Color = [128, 128, 128, 255];
/** The page's theme shows through. */
const justDied: Color = [255, 124, 0, 90];
/** A touch of grey, which shows where the board ends. */
const longDead: Color = [128, 128, 128, 20];

/** By a cell's heat: 0 is long dead, up to `fading` it fades, and from there on it lives and cools. */
const colors = [
  ...Array.from({ length: fading + 1 }, (_, heat) => mix(longDead, justDied, heat / fading)),
  ...Array.from({ length: cooling }, (_, age) => mix(newborn, settled, age / (cooling - 1))),
];
/** A colour is copied as one number of 32 bits: of four bytes each frame took the server twice as long. */
const palette = new Uint32Array(Uint8Array.from(colors.flat()).buffer);

/** Paints a universe as embers: what is born glows and cools, what dies fades. */
export function createEmbers({ width, height, cells }: Universe) {
  const heats = new Uint8Array(cells.length);
  const pixels = new Uint32Array(cells.length);
  const data = new Uint8Array(pixels.buffer);
  return {
    /** The picture of the universe as it is now. To be called once a generation. */
    paint() {
      for (let at = 0; at < cells.length; at++) {
        const before = heats[at] ?? 0;
        const heat =
          cells[at] === 1 ? alive(before) : Math.max(0, Math.min(before, fading + 1) - 1);
        heats[at] = heat;
        pixels[at] = palette[heat] ?? 0;
      }
      return { data, width, height, channels: 4 };
    },
  };
}

function alive(before: number): number {
  return before <= fading ? fading + 1 : Math.min(before + 1, fading + cooling);
}

function mix(one: Color, other: Color, share: number): number[] {
  return one.map((part, at) => Math.round(part + ((other[at] ?? 0) - part) * share));
}
