import { checkbox, defineDemo, dropdown, group, image, number, slider } from "yieldcast";
import { createBeat } from "./_beat";
import { createEmbers } from "./_embers";
import { patterns, plant } from "./_patterns";
import { createUniverse } from "./_universe";

/** Figures that change at each frame are not read by anybody. */
const framesPerFigure = 6;

export default defineDemo({
  title: "Game of life",
  description: "Conway's cells at 60 generations a second.",
  inputs: {
    pattern: dropdown({ choices: patterns, default: "Glider gun" }),
    speed: slider({
      label: "Generations a second",
      min: 1,
      max: 60,
      default: 60,
      streaming: true,
    }),
    wraps: checkbox({ hint: "What leaves at one side comes back at the other.", streaming: true }),
    board: group({
      size: slider({ min: 48, max: 240, step: 8, default: 96, hint: "Cells from side to side." }),
      seed: number({
        integer: true,
        min: 0,
        max: 9999,
        default: 7,
        seed: true,
        hint: "For Random.",
      }),
      generations: number({
        integer: true,
        min: 0,
        max: 1_000_000,
        default: 1200,
        hint: "After which it ends; 0: when it is stopped.",
      }),
    }),
  },
  examples: {
    run: true,
    of: {
      "Glider gun": { board: { generations: 360 } },
      "Out of chaos": { pattern: "Random", wraps: true, board: { generations: 360 } },
      "An acorn grows": { pattern: "Acorn", board: { size: 120, generations: 600 } },
    },
  },
  outputs: {
    board: image({ pixelated: true, keep: 1200 }),
    generation: number({ integer: true }),
    population: number({ integer: true }),
  },
  timeLimit: 3600,
  async *run({ pattern, speed, wraps, board: { size, seed, generations } }, { sleep }) {
    const universe = createUniverse(size, size, plant(pattern, size, seed));
    const embers = createEmbers(universe);
    const beat = createBeat(sleep);
    for (let generation = 0; ; generation++) {
      const isLast = generations > 0 && generation === generations;
      const board = embers.paint();
      const { population } = universe;
      const isFigured = isLast || generation % framesPerFigure === 0;
      yield isFigured ? { board, generation, population } : { board };
      if (isLast) return;
      universe.step(wraps.value);
      await beat(1000 / speed.value);
    }
  },
});
