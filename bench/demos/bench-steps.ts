import { defineDemo, number, text } from "yieldcast";

export default defineDemo({
  title: "Numbered words at a steady rate",
  concurrency: 1000,
  inputs: {
    steps: number({ integer: true, min: 1, max: 100_000, default: 100 }),
    perSecond: number({ min: 1, max: 1000, default: 20 }),
  },
  outputs: { step: number({ integer: true }), words: text({ append: true }) },
  async *run({ steps, perSecond }, { sleep }) {
    for (let step = 0; step < steps; step++) {
      yield { step, words: `${step} ` };
      await sleep(1000 / perSecond);
    }
  },
});
