import { createRandom } from "./_random";
import type { SpiralPoint } from "./_two-spirals";

/** A network of one hidden layer that tells two spirals apart. */
export interface TinyNetwork {
  /** How likely a point is of the second spiral, 0 to 1. */
  predict(x: number, y: number): number;
  /** Goes through all points once, in small batches, and learns from each. */
  train(points: readonly SpiralPoint[], rate: number): void;
  /** How wrong it is (cross-entropy), and the share of points that it gets right. */
  measure(points: readonly SpiralPoint[]): { loss: number; accuracy: number };
}

const batch = 16;
/** Of Adam: https://arxiv.org/abs/1412.6980 */
const [keepMean, keepSquare, tiny] = [0.9, 0.999, 1e-8];

/**
 * Makes a network of `hidden` tanh units with random weights. A unit has two weights in, one bias and
 * one weight out, side by side in one array; behind them lies the bias of the output.
 */
export function createNetwork(hidden: number, seed: number): TinyNetwork {
  const random = createRandom(seed);
  const weights = Float64Array.from({ length: 4 * hidden + 1 }, (_, at) => {
    const spread = at % 4 === 3 ? 1 / Math.sqrt(hidden) : 3;
    return (2 * random() - 1) * spread;
  });
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  const active = new Float64Array(hidden);
  const at = (index: number) => weights[index] ?? 0;
  let steps = 0;

  function predict(x: number, y: number): number {
    let sum = at(4 * hidden);
    for (let unit = 0; unit < hidden; unit++) {
      const first = 4 * unit;
      const value = Math.tanh(at(first) * x + at(first + 1) * y + at(first + 2));
      active[unit] = value;
      sum += at(first + 3) * value;
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Adds what one point says about each weight. */
  function learn({ x, y, spiral }: SpiralPoint): void {
    const error = predict(x, y) - spiral;
    for (let unit = 0; unit < hidden; unit++) {
      const first = 4 * unit;
      const value = active[unit] ?? 0;
      const inner = error * at(first + 3) * (1 - value * value);
      add(first, inner * x);
      add(first + 1, inner * y);
      add(first + 2, inner);
      add(first + 3, error * value);
    }
    add(4 * hidden, error);
  }

  function add(index: number, value: number): void {
    gradient[index] = (gradient[index] ?? 0) + value;
  }

  function step(rate: number, count: number): void {
    steps++;
    for (let index = 0; index < weights.length; index++) {
      const slope = (gradient[index] ?? 0) / count;
      const average = keepMean * (mean[index] ?? 0) + (1 - keepMean) * slope;
      const spread = keepSquare * (square[index] ?? 0) + (1 - keepSquare) * slope * slope;
      mean[index] = average;
      square[index] = spread;
      const moved = average / (1 - keepMean ** steps);
      weights[index] =
        at(index) - (rate * moved) / (Math.sqrt(spread / (1 - keepSquare ** steps)) + tiny);
    }
    gradient.fill(0);
  }

  return {
    predict,
    train(points, rate) {
      const order = points.map((_, index) => index);
      for (let last = order.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
      }
      for (let start = 0; start < order.length; start += batch) {
        const part = order.slice(start, start + batch);
        for (const index of part) learn(points[index] as SpiralPoint);
        step(rate, part.length);
      }
    },
    measure(points) {
      let [loss, right] = [0, 0];
      for (const { x, y, spiral } of points) {
        const likely = predict(x, y);
        loss -= Math.log(Math.max(1e-12, spiral === 1 ? likely : 1 - likely));
        if (likely > 0.5 === (spiral === 1)) right++;
      }
      return { loss: loss / points.length, accuracy: right / points.length };
    },
  };
}
