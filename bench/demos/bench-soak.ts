import { randomFillSync } from "node:crypto";
import { defineDemo, image, number } from "yieldcast";

const size = 600;

export default defineDemo({
  title: "Runs without a trace",
  description: "Three numbers, then frames of noise.",
  concurrency: 100,
  inputs: { frames: number({ integer: true, min: 0, max: 1000, default: 0 }) },
  outputs: { count: number({ integer: true }), frame: image() },
  async *run({ frames }) {
    for (let count = 1; count <= 3; count++) yield { count };
    for (let frame = 0; frame < frames; frame++) {
      const data = randomFillSync(new Uint8Array(size * size * 3));
      yield { frame: { data, width: size, height: size, channels: 3 } };
    }
  },
});
