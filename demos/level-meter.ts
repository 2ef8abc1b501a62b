import { audioStream, defineDemo, image, number } from "yieldcast";
import { drawBars } from "./_draw-bars";
import { soundWindows } from "./_sound-windows";
import { decibels, spectrumOf } from "./_spectrum";

const sampleRate = 32_000;
const bands = { sampleRate, bands: 60, from: 50, to: 15_000 };

export default defineDemo({
  title: "Level meter",
  description: "How loud the microphone is and which frequencies it hears, twenty times a second.",
  inputs: { mic: audioStream({ sampleRate }) },
  outputs: {
    level: number({ label: "Level (dBFS)" }),
    peak: number({ label: "Peak (dBFS)" }),
    spectrum: image({ label: "Spectrum, 50 Hz to 15 kHz", keep: 20 }),
  },
  async *run({ mic }) {
    let peak = -100;
    let shown = new Array<number>(bands.bands).fill(-100);
    for await (const window of soundWindows(mic, 4096, sampleRate / 20)) {
      const newest = window.subarray(-sampleRate / 20);
      peak = Math.max(
        peak - 1,
        decibels(newest.reduce((most, x) => Math.max(most, Math.abs(x)), 0)),
      );
      const power = window.reduce((sum, sample) => sum + sample * sample, 0) / window.length;
      // Bars rise at once and fall slowly, as the eye likes it.
      shown = spectrumOf(window, bands).map((now, at) => Math.max(now, (shown[at] ?? -100) - 3));
      const level = round(decibels(Math.sqrt(power)));
      yield { level, peak: round(peak), spectrum: drawBars(shown) };
    }
  },
});

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
