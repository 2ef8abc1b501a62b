/** Letters that are not seen: controls, and those that turn the direction of what follows them. */
const hidden = /(?!\t)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Puts signs for the letters of a line that are not seen: a text shall read as a machine reads it.
 * https://trojansource.codes
 *
 * @example visibleText("a\u0007\u202eb") // "a␇⟨U+202E⟩b"
 */
export function visibleText(text: string): string {
  return text.replace(hidden, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "\u2421";
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
