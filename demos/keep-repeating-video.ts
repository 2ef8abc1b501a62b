import { defineDemo, video } from "yieldcast";

export default defineDemo({
  title: "Keep repeating video",
  description: "What your webcam records is shown again and again: ten times, half a second apart.",
  inputs: { clip: video({ sources: ["webcam", "upload"], format: "mp4", maxSeconds: 60 }) },
  outputs: { repeated: video({ streaming: true, autoplay: true }) },
  async *run({ clip }, { sleep, progress }) {
    for (let time = 1; time <= 10; time++) {
      await sleep(500);
      progress(time, 10, `${time} of 10`);
      yield { repeated: clip };
    }
  },
});
