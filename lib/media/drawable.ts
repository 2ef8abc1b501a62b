// What Geist has of them: the Latin alphabets of Europe, and the marks of print. A test compares.
const known =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2122]+$/;

/**
 * The beginning of a text, on one line, where the font of drawn pictures has all of it; else `undefined`:
 * for what it lacks, what draws them would ask other hosts.
 *
 * @param most so many characters
 */
export function drawable(text: string, most: number): string | undefined {
  const line = text.replace(/\s+/g, " ").trim();
  const short = line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
  return known.test(short) ? short : undefined;
}
