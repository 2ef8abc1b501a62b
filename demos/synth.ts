import { audio, defineDemo, dropdown, number, slider } from "yieldcast";
import { createBand, sampleRate } from "./_band";
import { keys, scaleNames } from "./_composer";

/** How far it is ahead of the listener: enough for a slow network, and changes are heard soon. */
const secondsAhead = 1;
const pieceSeconds = 0.25;

export default defineDemo({
  title: "Synth",
  description: "Music that is composed and synthesised while it plays. Change its tempo meanwhile.",
  inputs: {
    tempo: slider({ min: 60, max: 160, default: 92, step: 1, streaming: true }),
    key: dropdown({ choices: [...keys], default: "D" }),
    scale: dropdown({ choices: scaleNames, default: "dorian" }),
    bars: slider({ min: 4, max: 64, default: 24, step: 4 }),
    seed: number({ integer: true, min: 0, max: 9999, default: 7, seed: true }),
  },
  examples: {
    of: {
      "Slow and dark": { tempo: 66, key: "A", scale: "minor", seed: 21 },
      "Bright and quick": { tempo: 138, key: "G", scale: "lydian", seed: 4 },
      "Blues in E": { tempo: 104, key: "E", scale: "mixolydian", seed: 12 },
    },
  },
  outputs: { music: audio({ streaming: true, autoplay: true }) },
  timeLimit: 300,
  async *run({ tempo, ...piece }, { sleep, progress }) {
    const band = createBand(piece);
    const begun = performance.now();
    for (let played = 0; ; ) {
      // All that it is ahead by comes at once: of short pieces the first one may be over before a busy
      // page has the second one.
      const seconds = played === 0 ? secondsAhead : pieceSeconds;
      const pcm = await band.play(seconds * sampleRate, () => tempo.value);
      if (!pcm) return;
      progress(band.bar, piece.bars, `Bar ${band.bar} of ${piece.bars} at ${tempo.value}`);
      yield { music: { pcm, sampleRate, channels: 2 } };
      played += seconds;
      await sleep(begun + (played - secondsAhead) * 1000 - performance.now());
    }
  },
});
