/** What repeats any number of times, and what may be there or not; both also as the lazy form. */
const repeated = /(?:[*+]|\{\d*,?\d*\})\??/g;
const optional = /\?\??|\|/g;
/** A group that is repeated, and has something in it that is repeated or one of several. */
const nested = /\([^()]*(?:[*+|}]|\?(?![:=!<]))[^()]*\)(?:[*+]|\{)/;

/**
 * How many steps a regular expression may take at worst to search a text, as one that tries and goes back:
 * with `(a+)+$` it doubles with each letter. It is an estimate from above of what is written by hand.
 *
 * @param pattern its source
 * @param letters of the text
 */
export function regexpSteps(pattern: string, letters: number): number {
  // What is escaped, and what stands in brackets, is one letter, whatever it is made of.
  let plain = pattern.replace(/\\./gs, "e").replace(/\[[^\]]*\]/g, "c");
  let isNested = false;
  // Of groups within groups the innermost first; a group is like a letter to what is around it.
  for (let before = ""; before !== plain; ) {
    before = plain;
    isNested ||= nested.test(plain);
    plain = plain.replace(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)/, "$1");
  }
  if (isNested) return 2 ** letters;
  const repeats = plain.match(repeated)?.length ?? 0;
  const choices = plain.replace(repeated, "").match(optional)?.length ?? 0;
  return Math.max(1, letters) ** (repeats + 1) * 2 ** choices;
}
