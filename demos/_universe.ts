/** Cells that live and die by Conway's rules: https://conwaylife.com/wiki/Conway%27s_Game_of_Life */
export interface Universe {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top left; 1 lives. The next step writes the next generation over it. */
  readonly cells: Uint8Array;
  readonly population: number;
  /**
   * Goes one generation on.
   *
   * @param wraps whether its edges meet, as on a torus; otherwise nothing lives beyond them
   */
  step(wraps: boolean): void;
}

/** @param first the cells of the first generation, as many as `width` × `height` */
export function createUniverse(width: number, height: number, first: Uint8Array): Universe {
  const cells = first.slice();
  // With a cell more at each side, so that all have eight neighbours and no edge is asked about.
  const stride = width + 2;
  const framed = new Uint8Array(stride * (height + 2));
  let population = cells.reduce((sum, cell) => sum + cell, 0);

  function copyInto(wraps: boolean): void {
    for (let y = 0; y < height; y++) {
      framed.set(cells.subarray(y * width, (y + 1) * width), (y + 1) * stride + 1);
    }
    for (let y = 1; y <= height; y++) {
      const row = y * stride;
      framed[row] = wraps ? (framed[row + width] ?? 0) : 0;
      framed[row + width + 1] = wraps ? (framed[row + 1] ?? 0) : 0;
    }
    // With their corners, which were filled just now.
    const last = height * stride;
    if (wraps) {
      framed.copyWithin(0, last, last + stride);
      framed.copyWithin(last + stride, stride, 2 * stride);
    } else {
      framed.fill(0, 0, stride);
      framed.fill(0, last + stride);
    }
  }

  return {
    width,
    height,
    cells,
    get population() {
      return population;
    },
    step(wraps) {
      copyInto(wraps);
      population = 0;
      const column = (at: number) =>
        (framed[at - stride] ?? 0) + (framed[at] ?? 0) + (framed[at + stride] ?? 0);
      for (let y = 0; y < height; y++) {
        const row = (y + 1) * stride;
        // Each column of three is counted once, though three cells have it beside them.
        let left = column(row);
        let middle = column(row + 1);
        for (let x = 0; x < width; x++) {
          const right = column(row + x + 2);
          const sum = left + middle + right;
          // Of the nine cells with itself: three live, or four of which it is one.
          const lives = sum === 3 || (sum === 4 && framed[row + x + 1] === 1) ? 1 : 0;
          cells[y * width + x] = lives;
          population += lives;
          left = middle;
          middle = right;
        }
      }
    },
  };
}
