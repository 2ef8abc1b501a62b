const floorDecibels = -60;

/**
 * How loud samples are, from 0 (−60 dB and below) to 1 (full scale), even steps for the ear.
 *
 * @param samples floats from -1 to 1
 * @example levelOf(new Float32Array([0.1, -0.1])) // 0.667: −20 dB
 */
export function levelOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length);
  return Math.min(1, Math.max(0, 1 - decibels / floorDecibels));
}
