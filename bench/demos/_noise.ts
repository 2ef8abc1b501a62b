import { randomBytes } from "node:crypto";

/** Pixels from side to side. */
export const side = 600;

/** Where each frame has its number, as a colour: in its corners and its middle, from the left and the top. */
export const stamps = [
  [0, 0],
  [584, 0],
  [292, 292],
  [0, 584],
  [584, 584],
] as const;

/** Pixels from side to side of a stamp. */
export const stampSide = 16;

/** The colour of a frame's stamps. The first frame is 0, of at most 65,536. */
export function stampOf(frame: number): [number, number, number] {
  return [frame & 0xff, frame >> 8, 255];
}

/** Noise, so that nothing of it can be packed, with the frame's number on it. */
export function paintNoise(frame: number) {
  const data = randomBytes(side * side * 3);
  const row = Buffer.from(Array.from({ length: stampSide }, () => stampOf(frame)).flat());
  for (const [left, top] of stamps) {
    for (let y = top; y < top + stampSide; y++) data.set(row, (y * side + left) * 3);
  }
  return { data, width: side, height: side, channels: 3 };
}
