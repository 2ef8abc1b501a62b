import { audio, defineDemo, number } from "yieldcast";

const sampleRate = 48_000;

export default defineDemo({
  title: "Sound at its pace",
  inputs: {
    pieces: number({ integer: true, min: 1, max: 100, default: 8 }),
    milliseconds: number({ integer: true, min: 20, max: 5000, default: 250 }),
  },
  outputs: {
    sound: audio({ streaming: true, autoplay: true }),
    /** The instant of the first yield, in milliseconds since the epoch. */
    began: number(),
  },
  async *run({ pieces, milliseconds }, { sleep }) {
    const length = (sampleRate * milliseconds) / 1000;
    // Long enough for the page to follow: what is yielded before anybody looks is not late.
    await sleep(500);
    for (let piece = 0; piece < pieces; piece++) {
      const pcm = Int16Array.from({ length }, (_, at) => (at % 100) * 100 + 1);
      const sound = { pcm, sampleRate };
      yield piece === 0 ? { sound, began: performance.timeOrigin + performance.now() } : { sound };
      await sleep(milliseconds * 0.9);
    }
  },
});
