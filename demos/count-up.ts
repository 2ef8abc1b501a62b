import { defineDemo, number } from "yieldcast";

export default defineDemo({
  title: "Count up",
  description: "A number a second: the smallest generator there is.",
  inputs: { to: number({ integer: true, min: 0, max: 10_000, default: 10 }) },
  examples: { run: true, of: [{ to: 10 }, { to: 3 }] },
  outputs: { count: number({ integer: true }) },
  async *run({ to }, { sleep }) {
    for (let count = 0; count < to; count++) {
      yield { count };
      await sleep(1000);
    }
  },
});
