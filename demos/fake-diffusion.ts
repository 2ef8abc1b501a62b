import { randomBytes } from "node:crypto";
import { defineDemo, image, slider } from "yieldcast";

export default defineDemo({
  title: "Fake diffusion",
  description: "A picture appears out of noise, one step a second.",
  inputs: { steps: slider({ min: 1, max: 10, default: 3, step: 1 }) },
  examples: { run: true, of: [{ steps: 3 }, { steps: 10 }] },
  outputs: { picture: image() },
  async *run({ steps }, { sleep, progress }) {
    for (let step = 1; step <= steps; step++) {
      await sleep(1000);
      progress(step, steps, `Step ${step} of ${steps}`);
      yield { picture: noise(600, 600) };
    }
    yield { picture: solid(1000, 1000, [255, 124, 0]) };
  },
});

function noise(width: number, height: number) {
  return { data: randomBytes(width * height * 3), width, height, channels: 3 };
}

function solid(width: number, height: number, color: [number, number, number]) {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at += 3) data.set(color, at);
  return { data, width, height, channels: 3 };
}
