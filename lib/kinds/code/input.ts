import type { InputKind } from "../kind";
import { isTextOf, lengthFaults, lengthWords, linesFaults } from "../text-length";
import { type CodeInputOptions, languageFaults } from ".";

const longestByDefault = 100_000;

export const codeInput: InputKind<CodeInputOptions, string> = {
  faults: (options) => [
    ...lengthFaults(options, longestByDefault),
    ...linesFaults(options),
    ...languageFaults(options),
  ],
  default(options) {
    const value = options.default ?? "";
    return options.default === undefined && !this.accepts(value, options) ? undefined : value;
  },
  allowed: (options) => `code of ${lengthWords(options, longestByDefault)}`,
  accepts: (value, options): value is string => isTextOf(value, options, longestByDefault),
};
