import { defineDemo, dropdown, markdown, number, slider } from "yieldcast";
import { type Experiment, experiments } from "./_experiments";
import { tokensOf, writeReport } from "./_write-report";

type Topic = keyof typeof experiments;

export default defineDemo({
  title: "Report",
  description: "Makes an experiment with chance and writes about it, token by token.",
  inputs: {
    topic: dropdown({ choices: Object.keys(experiments) as Topic[] }),
    rounds: slider({ min: 2, max: 10, default: 8, step: 1, hint: "Each throws twice as often." }),
    speed: slider({ min: 10, max: 1000, default: 60, step: 10, label: "Tokens a second" }),
    seed: number({ integer: true, min: 0, max: 9999, default: 7, seed: true }),
  },
  examples: {
    run: true,
    of: { "Pi from darts": { rounds: 6, speed: 200 }, "In a hurry": { rounds: 10, speed: 1000 } },
  },
  output: markdown({ append: true, label: "Report" }),
  async *run({ topic, rounds, speed, seed }, { sleep }) {
    const began = performance.now();
    let written = 0;
    const experiment: Experiment = experiments[topic];
    for (const part of writeReport(experiment, seed, rounds)) {
      for (const token of tokensOf(part)) {
        const due = began + (written++ / speed) * 1000;
        if (due > performance.now()) await sleep(due - performance.now());
        yield token;
      }
    }
  },
});
