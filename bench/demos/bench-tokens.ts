import { defineDemo, number, text } from "yieldcast";

/** Each token is the instant of its yield, so that whoever receives it can tell how late it is. */
export default defineDemo({
  title: "Tokens at a steady rate",
  concurrency: 1000,
  inputs: {
    tokens: number({ integer: true, min: 1, max: 100_000, default: 500 }),
    perSecond: number({ min: 1, max: 1000, default: 100 }),
    /** Seconds before the first one, for all viewers to come. */
    wait: number({ min: 0, max: 60, default: 0 }),
  },
  outputs: { reply: text({ append: true }) },
  async *run({ tokens, perSecond, wait: before }, { sleep }) {
    if (before > 0) await sleep(before * 1000);
    const began = performance.now();
    for (let token = 0; token < tokens; token++) {
      const wait = began + (token * 1000) / perSecond - performance.now();
      if (wait > 0) await sleep(wait);
      yield { reply: `${performance.timeOrigin + performance.now()} ` };
    }
  },
});
