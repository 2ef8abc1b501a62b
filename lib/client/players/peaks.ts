/** How loud a sound is over time, for a picture of it. */
export interface Peaks {
  add(startSeconds: number, sound: AudioBuffer): void;
  /** The loudest between two times, from 0 to 1; `undefined` where nothing is known. */
  between(from: number, to: number): number | undefined;
  clear(): void;
}

const perSecond = 50;

export function createPeaks(): Peaks {
  /** 0: not known; else 1 to 255 for 0 to 1. */
  let bins = new Uint8Array(60 * perSecond);
  return {
    add(start, sound) {
      const last = Math.ceil((start + sound.duration) * perSecond);
      if (last > bins.length) {
        const more = new Uint8Array(Math.max(last, bins.length * 2));
        more.set(bins);
        bins = more;
      }
      const perBin = sound.sampleRate / perSecond;
      const first = start * perSecond;
      for (let channel = 0; channel < sound.numberOfChannels; channel++) {
        const samples = sound.getChannelData(channel);
        // Every fourth sample shows as much, and takes a quarter of the time.
        for (let at = 0; at < samples.length; at += 4) {
          const bin = Math.floor(first + at / perBin + 1e-6);
          const loud = 1 + Math.round(Math.min(1, Math.abs(samples[at] ?? 0)) * 254);
          if (loud > (bins[bin] ?? 0)) bins[bin] = loud;
        }
      }
    },
    between(from, to) {
      const first = Math.floor(from * perSecond);
      const last = Math.max(first + 1, Math.ceil(to * perSecond));
      let loudest = 0;
      for (let bin = first; bin < last; bin++) loudest = Math.max(loudest, bins[bin] ?? 0);
      return loudest === 0 ? undefined : (loudest - 1) / 254;
    },
    clear() {
      bins = new Uint8Array(60 * perSecond);
    },
  };
}
