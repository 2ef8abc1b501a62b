import { InputError } from "../../demo/check-inputs";

/**
 * A piece that its input does not take.
 *
 * @param argument the argument of `pushInput`
 * @param fault words that follow "must be"
 */
export function wrongPiece(argument: "data" | "value" | "time", fault: string): InputError {
  return new InputError([{ argument, message: `The argument "${argument}" must be ${fault}.` }]);
}
