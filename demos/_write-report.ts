import { type Experiment, type Round, rounds } from "./_experiments";

/**
 * Writes a report on an experiment in markdown, and makes the experiment as it goes: the same seed makes
 * the same report.
 */
export function* writeReport(
  experiment: Experiment,
  seed: number,
  most: number,
): Generator<string> {
  const { title, question, symbol, formula, why, truth, program } = experiment;
  yield `# ${title}\n\n*${question}* This report throws, counts and writes at once; nothing of it was there before.\n\n`;
  yield `## What is to be expected\n\n${why}\n\n$$\n${formula}\n$$\n\n`;
  yield `The true value is $${symbol} = ${truth.toFixed(4)}$. By the [central limit theorem](https://en.wikipedia.org/wiki/Central_limit_theorem) the error shrinks like $1/\\sqrt{n}$: **half the error costs four times the throws.**\n\n`;
  yield `## How it is measured\n\nOne throw is a few lines, and the measure is the mean of all throws:\n\n\`\`\`ts\n${program}\n\`\`\`\n\n`;
  yield `Its random numbers begin at the seed \`${seed}\`, so whoever runs it again reads the same.\n\n`;
  yield `## What came\n\n| Throws | Measured | Error | How far off |\n|---:|---:|---:|:---|\n`;
  const made: Round[] = [];
  for (const round of rounds(experiment, seed, most)) {
    made.push(round);
    const { throws, measured, error } = round;
    yield `| ${throws.toLocaleString("en")} | ${measured.toFixed(4)} | ${percent(error)} | \`${bar(error)}\` |\n`;
  }
  yield `\n${discuss(made)}\n`;
}

function discuss(made: readonly Round[]): string {
  const first = made[0];
  const last = made.at(-1);
  if (!first || !last) return "";
  const best = made.reduce((one, other) => (other.error < one.error ? other : one));
  const worse = made.filter(({ error }, at) => error > (made[at - 1]?.error ?? error)).length;
  const lucky =
    best === last
      ? "The last round came closest, as it should."
      : `The closest was the round of ${best.throws.toLocaleString("en")} throws, ${percent(best.error)} off: luck, which no later round can count on.`;
  return `## What to make of it

- From ${first.throws.toLocaleString("en")} to ${last.throws.toLocaleString("en")} throws the error went from **${percent(first.error)}** to **${percent(last.error)}**.
- ${lucky}
- In ${worse} of ${made.length - 1} rounds more throws made it *worse*. That is no fault:
  1. what is measured scatters around the truth;
  2. only the width of the scatter shrinks.

> Chance is lumpy: a single good round proves nothing, and a single bad one neither.

---

- [x] Measured
- [x] Compared with the truth
- [ ] ~~Tuned until it fits~~
`;
}

/** Cuts a text into pieces as a language model does: words with the space before them, long ones in parts. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*[^\s]{1,6}|\s+/g) ?? [];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** A bar of blocks, full at ten percent. */
function bar(error: number): string {
  return "█".repeat(Math.max(1, Math.min(20, Math.round(error * 200))));
}
