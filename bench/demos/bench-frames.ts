import { defineDemo, image, number } from "yieldcast";
import { paintNoise } from "./_noise";

export default defineDemo({
  title: "Noise without a pause",
  inputs: { frames: number({ integer: true, min: 1, max: 1000, default: 60 }) },
  outputs: { picture: image() },
  async *run({ frames }) {
    for (let frame = 0; frame < frames; frame++) yield { picture: paintNoise(frame) };
  },
});
