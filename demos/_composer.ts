import { createRandom } from "./_random";

export const keys = ["C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B"] as const;

/** Semitones above the key's note. */
export const scales = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
};

export const scaleNames = Object.keys(scales) as (keyof typeof scales)[];

export interface Piece {
  key: (typeof keys)[number];
  scale: keyof typeof scales;
  /** The same seed makes the same piece. */
  seed: number;
  bars: number;
}

export type Instrument = "pad" | "bass" | "lead" | "kick" | "snare" | "hat";

/** A note of a bar, whose sixteenths are numbered from 0 to 15. */
export interface Note {
  instrument: Instrument;
  step: number;
  /** In sixteenths. */
  length: number;
  /** As in MIDI: 69 is the A of 440 Hz. */
  pitch: number;
  /** From 0 to 1. */
  loudness: number;
}

/** Where a chord may go from each degree of the scale, the likely ones more than once. */
const leads = [
  [3, 5, 4, 3, 5, 1, 2],
  [4, 4, 6, 3],
  [5, 5, 3],
  [0, 4, 4, 1],
  [0, 5, 0, 3],
  [3, 3, 1, 4],
  [0, 5, 2],
];

/** When the notes of a bar of melody begin. */
const rhythms = [
  [0, 3, 6, 8, 11, 14],
  [0, 4, 6, 8, 12],
  [0, 2, 4, 8, 10],
  [0, 6, 8, 14],
  [2, 4, 7, 10, 12],
  [0, 3, 6, 10, 12],
];

/** Four bars: their chords, and of each the steps and degrees of the melody. */
interface Phrase {
  chords: number[];
  melody: { step: number; length: number; degree: number }[][];
}

/**
 * Composes bar by bar. Phrases of four bars come as A A B A, each B a new one; chords follow one another
 * as in songs, and the melody is a random walk along the scale that meets a note of the chord on beats
 * 1 and 3.
 */
export function* compose({ key, scale, seed, bars }: Piece): Generator<Note[]> {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const semitones = scales[scale];
  const tonic = 48 + ((keys.indexOf(key) + 5) % 12) - 5;
  const pitchOf = (degree: number) =>
    tonic + 12 * Math.floor(degree / 7) + (semitones[((degree % 7) + 7) % 7] ?? 0);
  // A diminished chord in the middle of a quiet piece sounds like a mistake.
  const isStable = (degree: number) => pitchOf(degree + 4) - pitchOf(degree) === 7;

  let degree = 9;
  let voicing = [0, 2, 4, 6].map((third) => pitchOf(7 + third));

  function makePhrase(): Phrase {
    const chords = [0];
    while (chords.length < 4)
      chords.push(pick((leads[chords.at(-1) ?? 0] ?? [0]).filter(isStable)));
    const motif = [pick(rhythms), pick(rhythms)];
    const melody = chords.map((chord, bar) => {
      const steps = motif[bar % 2] ?? [];
      return steps.map((step, at) => {
        const walked = degree + pick([-2, -1, -1, 0, 1, 1, 2]);
        degree = Math.min(15, Math.max(6, walked));
        if (step % 8 === 0) degree = nearestOf(chord, degree);
        return { step, length: (steps[at + 1] ?? 16) - step, degree };
      });
    });
    return { chords, melody };
  }

  let [a, b] = [makePhrase(), makePhrase()];
  for (let bar = 0; bar < bars; bar++) {
    const place = Math.floor(bar / 4) % 4;
    if (bar > 0 && bar % 16 === 0) [a, b] = [random() < 0.5 ? a : b, makePhrase()];
    const phrase = place === 2 ? b : a;
    const isLast = bar === bars - 1;
    const chord = isLast ? 0 : (phrase.chords[bar % 4] ?? 0);
    const notes: Note[] = [];
    const add = (instrument: Instrument, step: number, more: Partial<Note> = {}) =>
      notes.push({ instrument, step, length: 1, pitch: 0, loudness: 0.8, ...more });

    voicing = voice(chord);
    for (const pitch of voicing) add("pad", 0, { pitch, length: 16, loudness: 0.7 });
    const root = pitchOf(chord) - (pitchOf(chord) > 52 ? 24 : 12);
    if (isLast) {
      add("bass", 0, { pitch: root, length: 16 });
      add("lead", 0, { pitch: pitchOf(14), length: 16, loudness: 0.7 });
      yield notes;
      return;
    }

    add("bass", 0, { pitch: root, length: 5 });
    add("bass", 6, { pitch: root, length: 2, loudness: 0.6 });
    add("bass", 8, { pitch: pick([root, root + 12, root + 7]), length: 4, loudness: 0.7 });
    if (random() < 0.5) add("bass", 14, { pitch: root + 7, length: 2, loudness: 0.6 });

    for (const { step, length, degree } of phrase.melody[bar % 4] ?? []) {
      if (bar < 2 && step % 8 !== 0) continue; // it begins sparely
      if (random() < 0.1) continue; // and never repeats itself quite
      const loudness = (step % 8 === 0 ? 0.9 : 0.65) * (0.9 + 0.2 * random());
      add("lead", step, { pitch: pitchOf(degree), length, loudness });
    }

    if (bar >= 2) {
      for (let step = 0; step < 16; step += 2) {
        add("hat", step, { loudness: step % 4 === 2 ? 0.8 : 0.4 + 0.1 * random() });
      }
      if (random() < 0.4) add("hat", 15, { loudness: 0.35 });
    }
    if (bar >= 4) {
      for (const step of random() < 0.5 ? [0, 8] : [0, 7, 10]) add("kick", step);
      for (const step of [4, 12]) add("snare", step, { loudness: 0.7 });
      if (bar % 4 === 3) add("snare", 15, { loudness: 0.35 });
    }
    yield notes.sort((one, other) => one.step - other.step);
  }

  /** The chord's four notes, each as near as can be to where a voice was before. */
  function voice(chord: number): number[] {
    const tones = [0, 2, 4, 6].map((third) => pitchOf(chord + third) % 12);
    return tones
      .map((tone, at) => {
        const before = Math.min(70, Math.max(54, voicing[at] ?? 60));
        return before + ((tone - before + 6 + 120) % 12) - 6;
      })
      .sort((one, other) => one - other);
  }
}

/** The degree nearest to a given one that is in a chord of three notes. */
function nearestOf(chord: number, degree: number): number {
  const offsets = [0, 1, -1, 2, -2];
  const isInChord = (each: number) => [0, 2, 4].includes((((each - chord) % 7) + 7) % 7);
  return degree + (offsets.find((offset) => isInChord(degree + offset)) ?? 0);
}
