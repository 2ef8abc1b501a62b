import { defineDemo, number, text } from "yieldcast";

export default defineDemo({
  title: "Long strings at a steady rate",
  inputs: {
    strings: number({ integer: true, min: 1, max: 1_000_000, default: 20_000 }),
    perSecond: number({ min: 1, max: 10_000, default: 1000 }),
    length: number({ integer: true, min: 10, max: 1_000_000, default: 50_000 }),
  },
  outputs: { string: text() },
  async *run({ strings, perSecond, length }, { sleep }) {
    const began = performance.now();
    for (let string = 0; string < strings; string++) {
      const wait = began + (string * 1000) / perSecond - performance.now();
      if (wait > 1) await sleep(wait);
      yield { string: `${string}`.padEnd(length, " yields") };
    }
  },
});
