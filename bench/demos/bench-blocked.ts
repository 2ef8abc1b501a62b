import { setTimeout as delay } from "node:timers/promises";
import { defineDemo, number } from "yieldcast";

export default defineDemo({
  title: "A wait that heeds nothing",
  description: "It says that it is at work, and then waits whatever happens.",
  concurrency: 1,
  inputs: { milliseconds: number({ integer: true, min: 0, max: 60_000, default: 28_000 }) },
  outputs: { began: number() },
  async *run({ milliseconds }) {
    yield { began: Date.now() };
    await delay(milliseconds);
  },
});
