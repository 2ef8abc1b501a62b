/** Of the beep, in Hz. */
const pitch = 3000;
/** Seconds that are listened to at a time, and that the beep is long. */
const listened = 0.005;
const beepLength = 0.02;
/** Amplitude from which on it is one. */
const loud = 0.02;

/**
 * Finds where a tone of 3,000 Hz is heard, each time by the middle of its strength, which a coder that smears
 * its ends does not move.
 *
 * @returns seconds from the first sample
 */
export function findBeeps(samples: Float32Array, rate: number): number[] {
  const length = Math.round(listened * rate);
  const step = Math.round(length / 8);
  const strengthAt = createEar(length, rate);
  const beeps: { weight: number; moment: number; last: number }[] = [];
  for (let from = 0; from + length < samples.length; from += step) {
    const strength = strengthAt(samples, from);
    if (strength < loud) continue;
    const middle = (from + length / 2) / rate;
    let beep = beeps.at(-1);
    if (!beep || middle - beep.last > beepLength * 2) {
      beep = { weight: 0, moment: 0, last: middle };
      beeps.push(beep);
    }
    beep.weight += strength;
    beep.moment += strength * middle;
    beep.last = middle;
  }
  return beeps.map(({ weight, moment }) => moment / weight);
}

/** Makes what tells the amplitude of the tone in some samples. */
function createEar(length: number, rate: number) {
  const turn = (2 * Math.PI * pitch) / rate;
  // Without edges, or the other tone would be found too.
  const shape = Float64Array.from({ length }, (_, at) => 1 - Math.cos((2 * Math.PI * at) / length));
  const sines = shape.map((weight, at) => weight * Math.sin(turn * at));
  const cosines = shape.map((weight, at) => weight * Math.cos(turn * at));
  return (samples: Float32Array, from: number): number => {
    let sine = 0;
    let cosine = 0;
    for (let at = 0; at < length; at++) {
      const sample = samples[from + at] ?? 0;
      sine += sample * (sines[at] ?? 0);
      cosine += sample * (cosines[at] ?? 0);
    }
    return (2 * Math.hypot(sine, cosine)) / length;
  };
}
