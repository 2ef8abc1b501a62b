/** Half the width of the filter, in samples of the slower side. */
const reach = 16;

/**
 * Makes samples of another rate, block by block, without a seam between the blocks: a windowed sinc
 * (https://ccrma.stanford.edu/~jos/resample/). For browsers that do not resample a microphone themselves.
 *
 * @param from in Hz
 * @param to in Hz
 * @returns takes the next block of one channel, and gives what can be told by then
 * @example const next = createResampler(48_000, 16_000); next(block) // a third as many
 */
export function createResampler(from: number, to: number): (block: Float32Array) => Float32Array {
  const step = from / to;
  const cutoff = Math.min(1, to / from);
  const width = reach / cutoff;
  let kept = new Float32Array(Math.ceil(width));
  /** The place of the next sample, in `kept`. */
  let at = kept.length;

  return (block) => {
    const all = new Float32Array(kept.length + block.length);
    all.set(kept);
    all.set(block, kept.length);
    const made = new Float32Array(Math.max(0, Math.ceil((all.length - width - at) / step)));
    let count = 0;
    for (; count < made.length && at + width < all.length; at += step) {
      made[count++] = sampleAt(all, at);
    }
    const first = Math.max(0, Math.floor(at - width));
    kept = all.slice(first);
    at -= first;
    return made.subarray(0, count);
  };

  function sampleAt(samples: Float32Array, place: number): number {
    let sum = 0;
    let weights = 0;
    const last = Math.min(samples.length - 1, Math.floor(place + width));
    for (let index = Math.max(0, Math.ceil(place - width)); index <= last; index++) {
      const distance = index - place;
      const weight = sinc(distance * cutoff) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / width));
      sum += (samples[index] ?? 0) * weight;
      weights += weight;
    }
    return weights === 0 ? 0 : sum / weights;
  }
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
