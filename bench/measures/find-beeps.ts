/** Of the beep, in Hz. */
const pitch = 3000;
/** Seconds that are listened to at a time, and that the beep is long. */
const listened = 0.005;
const beepLength = 0.02;

/**
 * Finds where a tone of 3,000 Hz is heard, each time by the middle of its strength, which a coder that smears
 * its ends does not move.
 *
 * @returns seconds from the first sample
 */
export function findBeeps(samples: Float32Array, rate: number): number[] {
  const length = Math.round(listened * rate);
  const step = Math.round(length / 8);
  const beeps: number[] = [];
  let weight = 0;
  let moment = 0;
  const close = () => {
    if (weight > 0) beeps.push(moment / weight);
    weight = 0;
    moment = 0;
  };
  let last = 0;
  for (let at = 0; at + length < samples.length; at += step) {
    const strength = strengthAt(samples.subarray(at, at + length), rate);
    const middle = (at + length / 2) / rate;
    if (strength < 0.02) continue;
    if (middle - last > beepLength * 2) close();
    last = middle;
    weight += strength;
    moment += strength * middle;
  }
  close();
  return beeps;
}

/** The amplitude of the tone in some samples. */
function strengthAt(samples: Float32Array, rate: number): number {
  const turn = (2 * Math.PI * pitch) / rate;
  let sine = 0;
  let cosine = 0;
  samples.forEach((sample, at) => {
    // A window without edges, or the other tone would be found too.
    const shape = 1 - Math.cos((2 * Math.PI * at) / samples.length);
    sine += sample * shape * Math.sin(turn * at);
    cosine += sample * shape * Math.cos(turn * at);
  });
  return (2 * Math.hypot(sine, cosine)) / samples.length;
}
