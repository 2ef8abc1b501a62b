import { createRandom } from "./_random";

/** Something that chance settles, whose true value is known. */
export interface Experiment {
  readonly title: string;
  readonly question: string;
  /** What is being measured, in TeX. */
  readonly symbol: string;
  readonly formula: string;
  readonly why: string;
  readonly truth: number;
  /** How it is measured, as it is done below. */
  readonly program: string;
  /** One throw: what it adds to the sum whose mean is the measure. */
  throw(random: () => number): number;
}

const fewest = 50;
const people = 23;
const steps = 64;

export const experiments = {
  "Pi from darts": {
    title: "Pi from darts",
    question: "How well do darts know $\\pi$ that are thrown at a square?",
    symbol: "\\pi",
    formula:
      "\\pi = 4 \\int_0^1 \\sqrt{1 - x^2}\\,\\mathrm{d}x \\approx \\frac{4}{n} \\sum_{i=1}^{n} [x_i^2 + y_i^2 < 1]",
    why: "A quarter of a circle of radius $r = 1$ has the area $\\frac{\\pi}{4}$, and a dart hits it as often as that is large.",
    truth: Math.PI,
    program: `function throwDart(random: () => number): number {
  const [x, y] = [random(), random()];
  return x * x + y * y < 1 ? 4 : 0;
}`,
    throw: (random) => (random() ** 2 + random() ** 2 < 1 ? 4 : 0),
  },
  "Shared birthdays": {
    title: "Shared birthdays",
    question: `How often do two of ${people} people share a birthday?`,
    symbol: "p",
    formula: `p = 1 - \\prod_{k=0}^{${people - 1}} \\frac{365 - k}{365} \\approx 1 - e^{-n(n-1)/730}`,
    why: `There are $\\binom{${people}}{2} = ${(people * (people - 1)) / 2}$ pairs, and any of them may match. Few people expect so many.`,
    truth: 1 - Array.from({ length: people }, (_, k) => (365 - k) / 365).reduce((a, b) => a * b),
    program: `function meet(random: () => number): number {
  const days = Array.from({ length: ${people} }, () => Math.floor(random() * 365));
  return new Set(days).size < days.length ? 1 : 0;
}`,
    throw(random) {
      const days = Array.from({ length: people }, () => Math.floor(random() * 365));
      return new Set(days).size < days.length ? 1 : 0;
    },
  },
  "A random walk": {
    title: "A random walk",
    question: `How far from home does a walker end who turns at random ${steps} times?`,
    symbol: "\\langle x^2 \\rangle",
    formula:
      "\\langle x^2 \\rangle = \\sum_{i=1}^{n} \\langle s_i^2 \\rangle + \\sum_{i \\ne j} \\underbrace{\\langle s_i s_j \\rangle}_{0} = n",
    why: `Steps to the left and to the right cancel out on the average, but their squares add up: after $n = ${steps}$ steps the walker is about $\\sqrt{n} = ${Math.sqrt(steps)}$ away.`,
    truth: steps,
    program: `function walk(random: () => number): number {
  let x = 0;
  for (let step = 0; step < ${steps}; step++) x += random() < 0.5 ? -1 : 1;
  return x * x;
}`,
    throw(random) {
      let x = 0;
      for (let step = 0; step < steps; step++) x += random() < 0.5 ? -1 : 1;
      return x * x;
    },
  },
} satisfies { readonly [title: string]: Experiment };

export interface Round {
  readonly throws: number;
  readonly measured: number;
  /** How far it is from the truth, as a share of it. */
  readonly error: number;
}

/** Throws more and more often; each round is measured with all throws so far. */
export function* rounds(
  { truth, throw: once }: Experiment,
  seed: number,
  most: number,
): Generator<Round> {
  const random = createRandom(seed);
  let sum = 0;
  let done = 0;
  for (let round = 1; round <= most; round++) {
    const throws = fewest * 2 ** (round - 1);
    for (; done < throws; done++) sum += once(random);
    const measured = sum / throws;
    yield { throws, measured, error: Math.abs(measured - truth) / truth };
  }
}
