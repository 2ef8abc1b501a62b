import { defineDemo, number } from "yieldcast";

export default defineDemo({
  title: "Integers without a pause",
  inputs: { to: number({ integer: true, min: 1, max: 1_000_000, default: 5000 }) },
  outputs: { count: number({ integer: true }) },
  async *run({ to }) {
    for (let count = 0; count < to; count++) yield { count };
  },
});
