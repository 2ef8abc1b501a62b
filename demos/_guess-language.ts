import { languages } from "./_languages";

/** How likely each language is, given what was read so far. */
export interface LanguageGuess {
  /** Takes in one more letter. */
  read(letter: string): void;
  /** By language; they sum to 1. */
  confidences(): { [language: string]: number };
}

/** So many letters together say something: "ght" is English, "sch" German. */
const longest = 3;
/** Letters that were never seen in a language are unlikely there, not impossible. */
const unseen = 0.1;
const alphabet = 64;
/** What a letter says, the ones before it say in part already. */
const weight = 0.6;

interface Model {
  /** How often each run of one to three letters stands in the language's text. */
  readonly counts: ReadonlyMap<string, number>;
}

const models = new Map<string, Model>(
  Object.entries(languages).map(([language, text]) => [language, learn(text)]),
);

function learn(text: string): Model {
  const counts = new Map<string, number>();
  const letters = plain(text);
  for (let end = 1; end <= letters.length; end++) {
    for (let length = 0; length <= longest && length <= end; length++) {
      const run = letters.slice(end - length, end);
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return { counts };
}

/**
 * A naive Bayes classifier: each letter is as likely as the two before it make it in a language's text,
 * and a language as likely as it makes all letters together.
 * https://en.wikipedia.org/wiki/Naive_Bayes_classifier
 */
export function createLanguageGuess(): LanguageGuess {
  const scores = new Map([...models.keys()].map((language) => [language, 0]));
  let context = " ";
  return {
    read(letter) {
      const next = plain(letter);
      if (next === " " && context.endsWith(" ")) return;
      for (const [language, model] of models) {
        const likelihood = likelihoodOf(model, context, next);
        scores.set(language, (scores.get(language) ?? 0) + weight * Math.log(likelihood));
      }
      context = (context + next).slice(1 - longest);
    },
    confidences() {
      const best = Math.max(...scores.values());
      const odds = [...scores].map(
        ([language, score]) => [language, Math.exp(score - best)] as const,
      );
      const sum = odds.reduce((total, [, value]) => total + value, 0);
      return Object.fromEntries(odds.map(([language, value]) => [language, value / sum]));
    },
  };
}

/** How likely a letter is behind others; short contexts help out where a long one is rare. */
function likelihoodOf({ counts }: Model, context: string, letter: string): number {
  let likelihood = 1 / alphabet;
  for (let length = 0; length < longest; length++) {
    if (length > context.length) break;
    const before = context.slice(context.length - length);
    const seen = counts.get(before) ?? 0;
    const followed = counts.get(before + letter) ?? 0;
    // Each context begins where the shorter one has come to, and counts more the more often it was seen.
    const trust = seen / (seen + 8);
    likelihood =
      (1 - trust) * likelihood + trust * ((followed + unseen * likelihood) / (seen + unseen));
  }
  return likelihood;
}

/** Letters in lower case; all else is a space. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase("en")
    .normalize("NFC")
    .replace(/[^\p{L}]+/gu, " ");
}
