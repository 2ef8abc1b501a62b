/** How long a text may be, in UTF-16 code units, as JavaScript and HTML count. */
export interface TextLength {
  minLength?: number;
  maxLength?: number;
}

/** Higher fields would leave no room for anything else. */
const mostLines = 100;

/** What is wrong with the lengths themselves, each as a sentence. */
export function lengthFaults({ minLength = 0, maxLength }: TextLength, longest: number): string[] {
  const most = maxLength ?? longest;
  if (!isLength(minLength)) return [`minLength must be a whole number; got ${minLength}`];
  if (!isLength(most)) return [`maxLength must be a whole number; got ${most}`];
  if (minLength > most) return [`minLength ${minLength} is above maxLength ${most}`];
  return [];
}

/** What is wrong with how high a field is to be, as a sentence. */
export function linesFaults({ lines }: { lines?: number }): string[] {
  if (lines === undefined || (Number.isInteger(lines) && lines >= 1 && lines <= mostLines)) {
    return [];
  }
  return [`lines must be a whole number from 1 to ${mostLines}; got ${lines}`];
}

/** The lengths in words: `2 to 10 characters`. */
export function lengthWords({ minLength = 0, maxLength }: TextLength, longest: number): string {
  const most = (maxLength ?? longest).toLocaleString("en");
  return minLength > 0
    ? `${minLength.toLocaleString("en")} to ${most} characters`
    : `at most ${most} characters`;
}

/** Whether a value is a text of such a length. */
export function isTextOf(
  value: unknown,
  { minLength = 0, maxLength }: TextLength,
  longest: number,
): value is string {
  return (
    typeof value === "string" && value.length >= minLength && value.length <= (maxLength ?? longest)
  );
}

function isLength(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
