/** As much as a line shows of one value. */
const longest = 80;

/** The beginning of a text, as a part of one line. */
export function shortWords(text: string): string {
  // Of a long text no more is looked at than can be shown, were each letter two code units.
  const start = text.slice(0, longest * 2 + 2);
  const letters = [...start.replace(/\s+/g, " ").trim()];
  const isCut = letters.length > longest || start.length < text.length;
  return isCut ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
}
