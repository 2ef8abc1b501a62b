import { createRandom } from "./_random";

/** A point of the plane, and which of the two spirals it is of. */
export interface SpiralPoint {
  readonly x: number;
  readonly y: number;
  readonly spiral: 0 | 1;
}

/** Points of two spirals that wind around each other, within -1 to 1 but for the noise. */
export function makeSpirals(count: number, noise: number, seed: number): SpiralPoint[] {
  const random = createRandom(seed);
  // A normal distribution: https://en.wikipedia.org/wiki/Box%E2%80%93Muller_transform
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, (_, at) => {
    const spiral = at % 2 === 0 ? 0 : 1;
    const radius = 0.1 + 0.85 * random();
    const angle = 6 * radius + spiral * Math.PI;
    return {
      x: radius * Math.cos(angle) + (noise * normal()) / 4,
      y: radius * Math.sin(angle) + (noise * normal()) / 4,
      spiral,
    };
  });
}
