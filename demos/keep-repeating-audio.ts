import { audio, defineDemo } from "yieldcast";

export default defineDemo({
  title: "Keep repeating audio",
  description: "What you record is played again and again: ten times, half a second apart.",
  inputs: { clip: audio({ sources: ["microphone", "upload"], format: "wav", maxSeconds: 60 }) },
  examples: { of: { "A bell": { clip: "./_sounds/bell.wav" } } },
  outputs: { repeated: audio({ streaming: true, autoplay: true }) },
  async *run({ clip }, { sleep, progress }) {
    for (let time = 1; time <= 10; time++) {
      await sleep(500);
      progress(time, 10, `${time} of 10`);
      yield { repeated: clip };
    }
  },
});
