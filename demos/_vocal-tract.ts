import { createRandom } from "./_random";
import type { Syllable } from "./_syllables";

export const sampleRate = 24_000;

/** The first three resonances of a mouth that says a vowel, in Hz. */
const vowels: { [letter: string]: readonly [number, number, number] } = {
  a: [750, 1220, 2550],
  e: [500, 1850, 2520],
  i: [300, 2250, 2950],
  o: [480, 880, 2450],
  u: [330, 780, 2300],
  y: [310, 1850, 2300],
};
const plain: { [letter: string]: string } = { ä: "e", ö: "y", ü: "y", æ: "a", å: "o", ø: "y" };

/** Consonants that hiss: where their noise is loudest, in Hz, and how loud it is. */
const hisses: { [letter: string]: readonly [number, number] } = {
  ...{ s: [6500, 0.5], z: [6000, 0.35], c: [5500, 0.4], x: [5000, 0.45], f: [4500, 0.2] },
  ...{ v: [3500, 0.12], h: [1600, 0.15], j: [3000, 0.3], t: [5000, 0.5], k: [2200, 0.45] },
  ...{ q: [2000, 0.4], p: [1100, 0.35], d: [4000, 0.25], g: [2000, 0.25], b: [900, 0.2] },
};
const stops = "tkqpdgb";

/** What the mouth is to do for so many seconds. */
interface Gesture {
  seconds: number;
  formants: readonly [number, number, number];
  voice: number;
  hiss: number;
  hissAt: number;
}

/**
 * A voice that says no words, but something like their syllables: pulses as of vocal cords, through
 * three resonances that glide from sound to sound. https://en.wikipedia.org/wiki/Formant
 *
 * @returns what says one syllable more: samples of one channel
 */
export function createVoice(): (syllable: Syllable) => Float32Array {
  const random = createRandom(11);
  const now = { formants: [500, 1500, 2500], voice: 0, hiss: 0, hissAt: 4000, pitch: 120 };
  const resonators = [70, 90, 150, 1400].map(createResonator);
  let [phase, before, wander] = [0, 0, 0];

  return (syllable) => {
    const gestures = gesturesOf(syllable);
    const lengths = gestures.map(({ seconds }) => Math.round(seconds * sampleRate));
    const samples = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
    wander = 0.7 * wander + 8 * (random() - 0.5);
    const { place, asks } = syllable;
    const pitch = 128 - 26 * place + (asks ? 70 * Math.max(0, place - 0.7) : 0) + wander;
    let at = 0;
    for (const [nth, gesture] of gestures.entries()) {
      for (const end = at + (lengths[nth] ?? 0); at < end; at++) {
        if (at % 24 === 0) glide(gesture, pitch);
        phase += now.pitch / sampleRate;
        if (phase >= 1) phase -= 1;
        const flow = glottalFlow(phase);
        // Lips radiate the change of what flows through them.
        const source = now.voice * ((flow - before) * 6 + 0.01 * (random() - 0.5));
        before = flow;
        const [first, second, third, noise] = resonators;
        const voiced = third?.(second?.(first?.(source) ?? 0) ?? 0) ?? 0;
        const hissed = (noise?.(random() - 0.5) ?? 0) * now.hiss * 0.5;
        samples[at] = 0.85 * Math.tanh(0.8 * voiced + hissed);
      }
    }
    return samples;
  };

  /** Moves a millisecond nearer to what a gesture wants: a mouth does not jump. */
  function glide(gesture: Gesture, pitch: number) {
    const nearer = (from: number, to: number, share: number) => from + share * (to - from);
    now.formants = now.formants.map((each, at) => nearer(each, gesture.formants[at] ?? each, 0.06));
    now.voice = nearer(now.voice, gesture.voice, 0.09);
    now.hiss = nearer(now.hiss, gesture.hiss, 0.2);
    now.hissAt = nearer(now.hissAt, gesture.hissAt, 0.3);
    now.pitch = nearer(now.pitch, pitch, 0.03);
    for (const [at, resonator] of resonators.entries()) {
      resonator.tune(now.formants[at] ?? now.hissAt);
    }
  }
}

function gesturesOf({ letters, pause }: Syllable): Gesture[] {
  const spelled = [...letters].map((letter) => plain[letter] ?? letter.normalize("NFD").charAt(0));
  const found = spelled.filter((letter) => letter in vowels);
  // What has no vowel that we know, such as a digit, gets one of its own.
  const sung = found.length > 0 ? found : ["aeiou".charAt((letters.codePointAt(0) ?? 0) % 5)];
  const first = found.length > 0 ? spelled.findIndex((letter) => letter in vowels) : spelled.length;
  const onset = found.length > 0 ? spelled.slice(0, first) : [];
  const coda = found.length > 0 ? spelled.slice(first).filter((letter) => !(letter in vowels)) : [];
  const gestures = [
    ...onset.slice(-3).flatMap((letter) => consonant(letter, sung[0] ?? "a")),
    ...sung
      .slice(0, 2)
      .map((letter) => ({ ...mouth(letter), seconds: 0.15 / Math.sqrt(sung.length) })),
    ...coda.slice(0, 2).flatMap((letter) => consonant(letter, sung.at(-1) ?? "a")),
  ];
  const rest = { ...mouth(sung.at(-1) ?? "a"), voice: 0, seconds: pause };
  return pause > 0 ? [...gestures, rest] : gestures;
}

function mouth(vowel: string): Gesture {
  const formants = vowels[vowel] ?? ([500, 1500, 2500] as const);
  return { seconds: 0.15, formants, voice: 1, hiss: 0, hissAt: 4000 };
}

function consonant(letter: string, beside: string): Gesture[] {
  const open = mouth(beside);
  const [hissAt, hiss] = hisses[letter] ?? [4000, 0];
  if (stops.includes(letter)) {
    const closed = { ...open, seconds: 0.045, voice: "dgb".includes(letter) ? 0.25 : 0, hissAt };
    return [closed, { ...closed, seconds: 0.016, hiss: hiss * 1.6 }];
  }
  if (hiss > 0) {
    return [{ ...open, seconds: 0.075, voice: "zvj".includes(letter) ? 0.4 : 0, hiss, hissAt }];
  }
  // m, n, l, r, w: the mouth is nearly closed, and the voice goes on.
  const [, second, third] = open.formants;
  return [{ ...open, seconds: 0.06, voice: 0.45, formants: [260, (second + 1200) / 2, third] }];
}

/** How far the vocal cords are open, over one turn of their swing: they open slowly and shut fast. */
function glottalFlow(phase: number): number {
  if (phase < 0.4) return 0.5 - 0.5 * Math.cos((Math.PI * phase) / 0.4);
  return phase < 0.58 ? Math.cos((Math.PI * (phase - 0.4)) / 0.36) : 0;
}

/**
 * Lets through what is near one frequency, and low ones as they are.
 * https://en.wikipedia.org/wiki/Digital_biquad_filter
 */
function createResonator(bandwidth: number) {
  const damping = Math.exp((-Math.PI * bandwidth) / sampleRate);
  let [one, two, bend] = [0, 0, 0];
  const resonate = (sample: number) => {
    const value = (1 - bend + damping * damping) * sample + bend * one - damping * damping * two;
    two = one;
    one = value;
    return value;
  };
  const tune = (hertz: number) => {
    bend = 2 * damping * Math.cos((2 * Math.PI * hertz) / sampleRate);
  };
  return Object.assign(resonate, { tune });
}
