/**
 * The Fourier transform of as many samples as a power of two, in place.
 * https://en.wikipedia.org/wiki/Cooley%E2%80%93Tukey_FFT_algorithm
 */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let at = 1, mirrored = 0; at < size; at++) {
    let bit = size >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (at < mirrored) {
      [real[at], real[mirrored]] = [real[mirrored] ?? 0, real[at] ?? 0];
      [imaginary[at], imaginary[mirrored]] = [imaginary[mirrored] ?? 0, imaginary[at] ?? 0];
    }
  }
  for (let span = 1; span < size; span *= 2) {
    for (let offset = 0; offset < span; offset++) {
      const angle = (-Math.PI * offset) / span;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let at = offset; at < size; at += 2 * span) {
        const other = at + span;
        const [x, y] = [real[other] ?? 0, imaginary[other] ?? 0];
        const [turnedX, turnedY] = [x * cosine - y * sine, x * sine + y * cosine];
        const [nearX, nearY] = [real[at] ?? 0, imaginary[at] ?? 0];
        [real[at], real[other]] = [nearX + turnedX, nearX - turnedX];
        [imaginary[at], imaginary[other]] = [nearY + turnedY, nearY - turnedY];
      }
    }
  }
}

export interface SpectrumOptions {
  sampleRate: number;
  /** How many bands there are, each as many times as high as the one before. */
  bands: number;
  /** In Hz. */
  from: number;
  to: number;
}

/**
 * How loud each band of frequencies is, in dB below a sine of full scale.
 *
 * @param samples as many as a power of two, from -1 to 1
 */
export function spectrumOf(
  samples: Float32Array,
  { sampleRate, bands, from, to }: SpectrumOptions,
): number[] {
  const size = samples.length;
  // Hann's window, so that what lies between two frequencies of the transform does not smear.
  const real = Float64Array.from(
    samples,
    (sample, at) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size)),
  );
  const imaginary = new Float64Array(size);
  transform(real, imaginary);
  const loudness = (bin: number) => (4 * Math.hypot(real[bin] ?? 0, imaginary[bin] ?? 0)) / size;
  const binOf = (band: number) => (from * (to / from) ** (band / bands) * size) / sampleRate;
  return Array.from({ length: bands }, (_, band) => {
    const first = Math.round(binOf(band));
    let loudest = loudness(first);
    for (let bin = first + 1; bin < binOf(band + 1); bin++) {
      loudest = Math.max(loudest, loudness(bin));
    }
    return decibels(loudest);
  });
}

/** In dB below full scale; silence, which is infinitely far below, is -100. */
export function decibels(amplitude: number): number {
  return Math.max(-100, 20 * Math.log10(amplitude));
}
