import { choicesFaults, choicesWords } from "./choices";
import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";

export interface RadioOptions<Choice extends string = string>
  extends InputOptions,
    StreamingOption {
  choices: readonly Choice[];
  /** Default: the first choice. */
  default?: NoInfer<Choice>;
}

export type Radio<Choice extends string = string> = Input<Choice> &
  Declaration<"radio", RadioOptions<Choice>>;
export type LiveRadio<Choice extends string = string> = Input<LiveValue<Choice>> &
  Declaration<"radio", RadioOptions<Choice>>;

/**
 * One of a few choices that are all on show. Choices that are all GraphQL names make it an enum,
 * others a checked `String`.
 *
 * @example radio({ choices: ["calm", "wild"], default: "wild" }) // "calm" | "wild"
 */
export function radio<const Choice extends string>(
  options: RadioOptions<Choice> & { streaming: true },
): LiveRadio<Choice>;
export function radio<const Choice extends string>(
  options: RadioOptions<Choice> & { streaming?: false },
): Radio<Choice>;
export function radio<const Choice extends string>(
  options: RadioOptions<Choice>,
): Radio<Choice> | LiveRadio<Choice> {
  return declare("radio", options);
}

export const radioInput: InputKind<RadioOptions, string> = {
  faults: ({ choices }) => choicesFaults(choices),
  default: (options) => options.default ?? options.choices[0],
  allowed: ({ choices }) => `one of ${choicesWords(choices)}`,
  accepts: (value, { choices }): value is string =>
    typeof value === "string" && choices.includes(value),
};
