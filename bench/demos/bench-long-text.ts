import { defineDemo, number, text } from "yieldcast";

export default defineDemo({
  title: "A long text without a pause",
  inputs: { tokens: number({ integer: true, min: 1, max: 100_000, default: 20_000 }) },
  outputs: { reply: text({ append: true }) },
  async *run({ tokens }) {
    for (let token = 0; token < tokens; token++) {
      yield { reply: `${token % 10_000} `.padStart(5, "0") };
    }
  },
});
