import type { Instrument, Note } from "./_composer";
import { createRandom } from "./_random";

export const sampleRate = 48_000;

/**
 * A note that sounds: adds its next samples to both channels, from one index up to another, and says
 * whether it goes on behind them.
 */
export type Voice = (left: Float32Array, right: Float32Array, from: number, to: number) => boolean;

const twoPi = 2 * Math.PI;
const silent = 1e-4;

/** One turn of a wave of a few partials, so that no pitch of ours comes near half the sample rate. */
function waveOf(partials: readonly number[]): Float32Array {
  const wave = new Float32Array(2049);
  const sum = partials.reduce((total, partial) => total + partial, 0);
  for (let at = 0; at < wave.length; at++) {
    wave[at] =
      partials.reduce(
        (total, partial, nth) => total + partial * Math.sin((twoPi * at * (nth + 1)) / 2048),
        0,
      ) / sum;
  }
  return wave;
}

const soft = waveOf([1, 0.42, 0.3, 0.14, 0.1, 0.05]);
const round = waveOf([1, 0.5, 0.18, 0.08]);

/** The share that is left after one sample of what falls to a thousandth within so many seconds. */
const fallOver = (seconds: number) => 0.001 ** (1 / (seconds * sampleRate));
const hertz = (pitch: number) => 440 * 2 ** ((pitch - 69) / 12);

/**
 * Begins a note.
 *
 * @param seconds how long it is held
 */
export function strike(note: Note, seconds: number): Voice {
  return instruments[note.instrument](note, seconds);
}

const instruments: { [Name in Instrument]: (note: Note, seconds: number) => Voice } = {
  // Two waves a few cents apart, one at each side, that swell and fade.
  pad({ pitch, loudness }, seconds) {
    const attack = 1 / (0.35 * sampleRate);
    const fall = fallOver(1.6);
    const steps = [hertz(pitch - 0.06), hertz(pitch + 0.06)].map(
      (each) => (each * 2048) / sampleRate,
    );
    const [stepLeft = 0, stepRight = 0] = steps;
    let [phaseLeft, phaseRight, level] = [0, 1024, 0];
    let held = Math.round(seconds * sampleRate);
    return (left, right, from, to) => {
      let [one, other, now] = [phaseLeft, phaseRight, level];
      for (let at = from; at < to; at++) {
        now = held-- > 0 ? now + (1 - now) * attack * 3 : now * fall;
        const amount = now * loudness * 0.05;
        left[at] = (left[at] ?? 0) + amount * read(soft, one);
        right[at] = (right[at] ?? 0) + amount * read(soft, other);
        one += stepLeft;
        other += stepRight;
        if (one >= 2048) one -= 2048;
        if (other >= 2048) other -= 2048;
      }
      [phaseLeft, phaseRight, level] = [one, other, now];
      return held > 0 || now > silent;
    };
  },

  bass({ pitch, loudness }, seconds) {
    const step = (hertz(pitch) * 2048) / sampleRate;
    return shaped(
      { attack: 0.008, decay: 2.5, release: 0.12, seconds, gain: 0.3 * loudness },
      () => {
        let phase = 0;
        return () => {
          const value = read(round, phase);
          phase += step;
          if (phase >= 2048) phase -= 2048;
          return value;
        };
      },
    );
  },

  // An electric piano: one sine bends the phase of another, and a tine rings at its beginning.
  // https://en.wikipedia.org/wiki/Frequency_modulation_synthesis
  lead({ pitch, loudness }, seconds) {
    const step = (twoPi * hertz(pitch)) / sampleRate;
    const [fallBend, fallTine] = [fallOver(0.9), fallOver(0.12)];
    const pan = 0.5 + 0.25 * Math.sin(pitch * 1.7);
    const envelope = {
      attack: 0.004,
      decay: 2.2,
      release: 0.25,
      seconds,
      gain: 0.26 * loudness,
      pan,
    };
    return shaped(envelope, () => {
      let [phase, bend, tine] = [0, 1.7 * loudness, 0.35 * loudness];
      return () => {
        phase += step;
        if (phase >= twoPi) phase -= twoPi;
        bend *= fallBend;
        tine *= fallTine;
        return Math.sin(phase + bend * Math.sin(phase) + tine * Math.sin(14 * phase));
      };
    });
  },

  // A sine that falls from 130 Hz to 48.
  kick({ loudness }) {
    return shaped(
      { attack: 0.002, decay: 0.35, release: 0.05, seconds: 0.35, gain: 0.6 * loudness },
      () => {
        let [phase, above] = [0, 82];
        const fall = fallOver(0.16);
        return () => {
          phase += (twoPi * (48 + above)) / sampleRate;
          above *= fall;
          return Math.sin(phase);
        };
      },
    );
  },

  snare({ loudness }) {
    return shaped(
      { attack: 0.002, decay: 0.22, release: 0.05, seconds: 0.22, gain: 0.5 * loudness },
      () => {
        const noise = createRandom(17);
        let [phase, low, lower] = [0, 0, 0];
        return () => {
          low += 0.7 * (noise() * 2 - 1 - low);
          lower += 0.08 * (low - lower);
          phase += (twoPi * 185) / sampleRate;
          return 0.9 * (low - lower) + 0.35 * Math.sin(phase);
        };
      },
    );
  },

  hat({ loudness }) {
    const envelope = {
      attack: 0.001,
      decay: 0.07,
      release: 0.02,
      seconds: 0.07,
      gain: 0.45 * loudness,
      pan: 0.62,
    };
    return shaped(envelope, () => {
      const noise = createRandom(5);
      let [low, lower] = [0, 0];
      return () => {
        const white = noise() * 2 - 1;
        low += 0.62 * (white - low);
        lower += 0.62 * (low - lower);
        return white - 2 * low + lower; // without what is below some 7 kHz
      };
    });
  },
};

interface Envelope {
  /** In seconds, as are the others. */
  attack: number;
  /** How long it would ring by itself. */
  decay: number;
  /** How fast it ends when it is held no longer. */
  release: number;
  seconds: number;
  gain: number;
  /** 0 is left, 1 right. Default: the middle. */
  pan?: number;
}

/** A wave that is struck, rings off and is damped when it is held no longer. */
function shaped(envelope: Envelope, createWave: () => () => number): Voice {
  const { attack, decay, release, seconds, gain, pan = 0.5 } = envelope;
  const next = createWave();
  const [fall, damp] = [fallOver(decay), fallOver(release)];
  const rise = 1 / (attack * sampleRate);
  const gainLeft = gain * Math.cos((pan * Math.PI) / 2);
  const gainRight = gain * Math.sin((pan * Math.PI) / 2);
  let [risen, level] = [0, 1];
  let held = Math.round(seconds * sampleRate);
  return (left, right, from, to) => {
    let [up, now] = [risen, level];
    for (let at = from; at < to; at++) {
      if (up < 1) up = Math.min(1, up + rise);
      now *= held-- > 0 ? fall : damp;
      // A rise along half a cosine has no corner that would be heard.
      const sample = next() * now * (up < 1 ? 0.5 - 0.5 * Math.cos(Math.PI * up) : 1);
      left[at] = (left[at] ?? 0) + gainLeft * sample;
      right[at] = (right[at] ?? 0) + gainRight * sample;
    }
    [risen, level] = [up, now];
    return now > silent;
  };
}

/** The wave's value between two of its 2048 points. */
function read(wave: Float32Array, phase: number): number {
  const at = Math.floor(phase);
  const here = wave[at] ?? 0;
  return here + (phase - at) * ((wave[at + 1] ?? 0) - here);
}
