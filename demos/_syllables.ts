/** What is said in one go: a syllable, or a pause. */
export interface Syllable {
  /** As written; empty for a pause. */
  readonly letters: string;
  /** How long nothing is said behind it, in seconds. */
  readonly pause: number;
  /** From 0 at the beginning of its sentence to 1 at its end. */
  readonly place: number;
  /** Whether its sentence asks. */
  readonly asks: boolean;
}

const vowels = "aeiouyäöüáàâéèêíìîóòôúùûåæø";
/** Consonants, vowels, and one more consonant where another one or the end of the word follows. */
const pattern = new RegExp(
  `[^${vowels}]*[${vowels}]+(?:[^${vowels}]+$|[^${vowels}](?=[^${vowels}]))?`,
  "g",
);

/** Cuts a text into syllables, roughly, with pauses between its words and sentences. */
export function syllablesOf(text: string): Syllable[] {
  const sentences = text.toLowerCase().match(/[^.!?…\n]+[.!?…\n]*/g) ?? [];
  return sentences.flatMap((sentence) => {
    const words = sentence.split(/[\s\-–—/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const spoken = words.flatMap((word) => {
      const parts = partsOf(word.replace(/[^\p{L}\p{N}]/gu, ""));
      const pause = /[,;:]$/.test(word) ? 0.22 : 0.03;
      return parts.map((letters, at) => ({ letters, pause: at === parts.length - 1 ? pause : 0 }));
    });
    const last = Math.max(1, spoken.length - 1);
    return spoken.map((syllable, at) => ({
      ...syllable,
      pause: at === spoken.length - 1 ? 0.4 : syllable.pause,
      place: at / last,
      asks: sentence.includes("?"),
    }));
  });
}

/** A word without vowels, such as a number or one of another script, is said by its characters. */
function partsOf(word: string): string[] {
  const plain = word.match(pattern);
  return plain?.join("") === word ? plain : [...word];
}
