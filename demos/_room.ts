import { sampleRate } from "./_voices";

/** What a sound becomes in a room: both channels are changed in place. */
export type Room = (left: Float32Array, right: Float32Array) => void;

const lengths = [2311, 2819, 3361, 3989];

/**
 * An echo that goes from side to side, and behind it four delay lines that feed one another, which
 * makes the sound of a room. https://ccrma.stanford.edu/~jos/pasp/FDN_Reverberation.html
 *
 * @param echoSeconds how long an echo takes from one side to the other
 */
export function createRoom(echoSeconds: number): Room {
  const echo = [0, 1].map(() => new Float32Array(Math.round(echoSeconds * sampleRate)));
  const [echoLeft = new Float32Array(1), echoRight = new Float32Array(1)] = echo;
  const lines = lengths.map((length) => new Float32Array(length));
  const places = new Int32Array(lengths.length);
  const damped = new Float64Array(lengths.length);
  const out = new Float64Array(lengths.length);
  let echoAt = 0;

  return (left, right) => {
    for (let at = 0; at < left.length; at++) {
      const [dryLeft, dryRight] = [left[at] ?? 0, right[at] ?? 0];
      const fromLeft = echoLeft[echoAt] ?? 0;
      const fromRight = echoRight[echoAt] ?? 0;
      echoLeft[echoAt] = 0.5 * (dryLeft + dryRight) + 0.42 * fromRight;
      echoRight[echoAt] = 0.9 * fromLeft;
      if (++echoAt === echoLeft.length) echoAt = 0;

      let sum = 0;
      for (let line = 0; line < 4; line++) {
        const value = lines[line]?.[places[line] ?? 0] ?? 0;
        damped[line] = (damped[line] ?? 0) + 0.55 * (value - (damped[line] ?? 0));
        out[line] = damped[line] ?? 0;
        sum += out[line] ?? 0;
      }
      const [a = 0, b = 0, c = 0, d = 0] = out;
      for (let line = 0; line < 4; line++) {
        // A Householder reflection: the lines swap their sound and lose none of it but what 0.8 takes.
        const fed = 0.8 * ((out[line] ?? 0) - 0.5 * sum);
        const buffer = lines[line];
        const place = places[line] ?? 0;
        if (buffer) buffer[place] = fed + (line % 2 === 0 ? dryLeft : dryRight) + 0.4 * fromLeft;
        places[line] = place + 1 === lengths[line] ? 0 : place + 1;
      }
      left[at] = dryLeft + 0.22 * fromLeft + 0.16 * (a - c);
      right[at] = dryRight + 0.22 * fromRight + 0.16 * (b - d);
    }
  };
}
