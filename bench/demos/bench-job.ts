import { defineDemo, number } from "yieldcast";

export default defineDemo({
  title: "Short jobs, one at a time",
  concurrency: 1,
  inputs: { milliseconds: number({ integer: true, min: 0, max: 10_000, default: 10 }) },
  outputs: { answer: number({ integer: true }) },
  async *run({ milliseconds }, { sleep }) {
    await sleep(milliseconds);
    yield { answer: 42 };
  },
});
