import { setImmediate as nextTurn } from "node:timers/promises";
import { compose, type Note, type Piece } from "./_composer";
import { createRoom } from "./_room";
import { sampleRate, strike, type Voice } from "./_voices";

export { sampleRate };

/** A band that plays a piece, a few samples at a time. */
export interface Band {
  /** The bar that is played, from 1 on. */
  readonly bar: number;
  /**
   * Plays on, at a tempo in quarters a minute. Other work has its turn every few milliseconds.
   *
   * @returns that many samples of both channels, interleaved, or `undefined` when the piece is over
   */
  play(samples: number, tempo: () => number): Promise<Float32Array | undefined>;
}

/** How long the last chord and its echo may ring. */
const ringSeconds = 3.5;
/** 50 ms of sound, which take one or two to make. */
const sliceSamples = 2400;

export function createBand(piece: Piece): Band {
  const bars = compose(piece);
  const room = createRoom(0.36);
  // The bass and the drum that one feels stay dry, or they would boom.
  const groups = { dry: new Set<Voice>(), wet: new Set<Voice>() };
  const master = createMaster();
  let notes: Note[] = [];
  let [bar, step, untilStep] = [0, 16, 0];
  let ringing: number | undefined;

  function nextStep(secondsOfStep: number) {
    if (step === 16) {
      const next = bars.next();
      if (next.done) {
        ringing = Math.round(ringSeconds * sampleRate);
        return;
      }
      [notes, step] = [next.value, 0];
      bar++;
    }
    for (const note of notes) {
      if (note.step !== step) continue;
      const group = note.instrument === "bass" || note.instrument === "kick" ? "dry" : "wet";
      groups[group].add(strike(note, note.length * secondsOfStep));
    }
    step++;
  }

  function playSlice(samples: number, tempo: () => number): Float32Array {
    const dry = [new Float32Array(samples), new Float32Array(samples)] as const;
    const wet = [new Float32Array(samples), new Float32Array(samples)] as const;
    for (let at = 0; at < samples; ) {
      // A step may end between two samples; what is over is kept, so that the beat does not drift.
      while (untilStep < 1 && ringing === undefined) {
        const secondsOfStep = 60 / tempo() / 4;
        nextStep(secondsOfStep);
        untilStep += secondsOfStep * sampleRate;
      }
      const to = ringing === undefined ? Math.min(samples, at + Math.floor(untilStep)) : samples;
      sound(groups.dry, dry, at, to);
      sound(groups.wet, wet, at, to);
      untilStep -= to - at;
      at = to;
    }
    if (ringing !== undefined) ringing = Math.max(0, ringing - samples);
    room(...wet);
    return master(dry, wet, ringing);
  }

  return {
    get bar() {
      return bar;
    },
    async play(samples, tempo) {
      if (ringing === 0) return undefined;
      const played = new Float32Array(samples * 2);
      for (let at = 0; at < samples && ringing !== 0; at += sliceSamples) {
        await nextTurn();
        played.set(playSlice(Math.min(sliceSamples, samples - at), tempo), at * 2);
      }
      return played;
    },
  };
}

function sound(voices: Set<Voice>, [left, right]: Channels, from: number, to: number) {
  for (const voice of voices) if (!voice(left, right, from, to)) voices.delete(voice);
}

type Channels = readonly [Float32Array, Float32Array];

/** Puts all together: fades the end out, keeps loud places round, and nothing below what can be heard. */
function createMaster() {
  const before = [0, 0];
  const kept = [0, 0];
  return (dry: Channels, wet: Channels, ringing: number | undefined) => {
    const samples = dry[0].length;
    const mixed = new Float32Array(samples * 2);
    for (const channel of [0, 1] as const) {
      let [last, low] = [before[channel] ?? 0, kept[channel] ?? 0];
      for (let at = 0; at < samples; at++) {
        const sum = (dry[channel][at] ?? 0) + (wet[channel][at] ?? 0);
        low = sum - last + 0.998 * low;
        last = sum;
        const left =
          ringing === undefined ? 1 : (ringing + samples - at) / (ringSeconds * sampleRate);
        mixed[at * 2 + channel] = 0.93 * Math.tanh(low * 1.75) * Math.min(1, left * left * 4);
      }
      [before[channel], kept[channel]] = [last, low];
    }
    return mixed;
  };
}
