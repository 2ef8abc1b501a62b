import { createRandom } from "./_random";

/** Drawn as on https://conwaylife.com/wiki: `O` lives. */
const drawings = {
  "Glider gun": `
........................O
......................O.O
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO
OO........O...O.OO....O.O
..........O.....O.......O
...........O...O
............OO`,
  Pulsar: `
..OOO...OOO

O....O.O....O
O....O.O....O
O....O.O....O
..OOO...OOO

..OOO...OOO
O....O.O....O
O....O.O....O
O....O.O....O

..OOO...OOO`,
  Acorn: `
.O
...O
OO..OOO`,
} as const;

export const patterns = ["Glider gun", "Pulsar", "Acorn", "Random"] as const;
export type Pattern = (typeof patterns)[number];

/** Of a random board as many cells live. */
const density = 0.3;

/** The cells of a square board with a pattern in it, for `createUniverse`. */
export function plant(pattern: Pattern, size: number, seed: number): Uint8Array {
  if (pattern === "Random") {
    const random = createRandom(seed);
    return Uint8Array.from({ length: size * size }, () => (random() < density ? 1 : 0));
  }
  const rows = drawings[pattern].slice(1).split("\n");
  const width = Math.max(...rows.map((row) => row.length));
  // A gun shoots to the lower right, so it stands at the upper left.
  const [left, top] =
    pattern === "Glider gun"
      ? [4, 4]
      : [Math.floor((size - width) / 2), Math.floor((size - rows.length) / 2)];
  const cells = new Uint8Array(size * size);
  for (const [y, row] of rows.entries()) {
    for (const [x, cell] of [...row].entries()) {
      if (cell === "O") cells[(top + y) * size + left + x] = 1;
    }
  }
  return cells;
}
