import { choicesFaults, choicesWords } from "./choices";
import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";

export interface DropdownOptions<Choice extends string = string>
  extends InputOptions,
    StreamingOption {
  choices: readonly Choice[];
  /** Default: the first choice. */
  default?: NoInfer<Choice>;
}

export type Dropdown<Choice extends string = string> = Input<Choice> &
  Declaration<"dropdown", DropdownOptions<Choice>>;
export type LiveDropdown<Choice extends string = string> = Input<LiveValue<Choice>> &
  Declaration<"dropdown", DropdownOptions<Choice>>;

/**
 * One of some choices. Choices that are all GraphQL names make it an enum, others a checked `String`.
 *
 * @example dropdown({ choices: ["calm", "wild"], default: "wild" }) // "calm" | "wild"
 */
export function dropdown<const Choice extends string>(
  options: DropdownOptions<Choice> & { streaming: true },
): LiveDropdown<Choice>;
export function dropdown<const Choice extends string>(
  options: DropdownOptions<Choice> & { streaming?: false },
): Dropdown<Choice>;
export function dropdown<const Choice extends string>(
  options: DropdownOptions<Choice>,
): Dropdown<Choice> | LiveDropdown<Choice> {
  return declare("dropdown", options);
}

export const dropdownInput: InputKind<DropdownOptions, string> = {
  faults: ({ choices }) => choicesFaults(choices),
  default: (options) => options.default ?? options.choices[0],
  allowed: ({ choices }) => `one of ${choicesWords(choices)}`,
  accepts: (value, { choices }): value is string =>
    typeof value === "string" && choices.includes(value),
};
