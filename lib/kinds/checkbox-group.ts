import { choicesFaults, choicesWords } from "./choices";
import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";
import { preview } from "./preview";

export interface CheckboxGroupOptions<Choice extends string = string>
  extends InputOptions,
    StreamingOption {
  choices: readonly Choice[];
  /** Default: none of them; where that is fewer than `min`, some must be given. */
  default?: readonly NoInfer<Choice>[];
  /** How many must be chosen at least. Default: 0. */
  min?: number;
  /** How many may be chosen at most. Default: all. */
  max?: number;
}

export type CheckboxGroup<Choice extends string = string> = Input<Choice[]> &
  Declaration<"checkboxGroup", CheckboxGroupOptions<Choice>>;
export type LiveCheckboxGroup<Choice extends string = string> = Input<LiveValue<Choice[]>> &
  Declaration<"checkboxGroup", CheckboxGroupOptions<Choice>>;

/**
 * Some of a few choices. `run` is given them in the order of `choices`, whatever order they came in.
 * Choices that are all GraphQL names make it a list of an enum, others a checked list of `String`.
 *
 * @example checkboxGroup({ choices: ["sky", "sea"], default: ["sea"], min: 1 }) // ("sky" | "sea")[]
 */
export function checkboxGroup<const Choice extends string>(
  options: CheckboxGroupOptions<Choice> & { streaming: true },
): LiveCheckboxGroup<Choice>;
export function checkboxGroup<const Choice extends string>(
  options: CheckboxGroupOptions<Choice> & { streaming?: false },
): CheckboxGroup<Choice>;
export function checkboxGroup<const Choice extends string>(
  options: CheckboxGroupOptions<Choice>,
): CheckboxGroup<Choice> | LiveCheckboxGroup<Choice> {
  return declare("checkboxGroup", options);
}

export const checkboxGroupInput: InputKind<CheckboxGroupOptions, string[]> = {
  faults({ choices, min = 0, max = choices?.length }) {
    const faults = choicesFaults(choices);
    if (faults.length > 0) return faults;
    const most = choices.length;
    for (const [name, count] of Object.entries({ min, max })) {
      if (!Number.isInteger(count) || count < 0 || count > most) {
        return [
          `${name} must be a whole number from 0 to ${most}, the number of choices; got ${count}`,
        ];
      }
    }
    return min > max ? [`min ${min} is above max ${max}`] : [];
  },
  default(options) {
    if (options.default !== undefined) return [...options.default];
    return this.accepts([], options) ? [] : undefined;
  },
  allowed({ choices, min = 0, max = choices.length }) {
    const some =
      max === choices.length ? (min === 0 ? "any" : `at least ${min}`) : counted(min, max);
    return `a list of ${some} of ${choicesWords(choices)}`;
  },
  accepts: (value, options): value is string[] =>
    Array.isArray(value) && cameAs(value, options) === undefined,
  came: (value, options) => (Array.isArray(value) ? cameAs(value, options) : undefined),
  taken: (value, { choices }) => choices.filter((choice) => value.includes(choice)),
};

/** What is wrong with a list. */
function cameAs(
  list: readonly unknown[],
  { choices, min = 0, max = choices.length }: CheckboxGroupOptions,
): string | undefined {
  const seen = new Set<unknown>();
  for (const value of list) {
    if (!choices.includes(value as string)) return `${preview(value)} is none of them`;
    if (seen.has(value)) return `${preview(value)} stands twice`;
    seen.add(value);
  }
  if (seen.size >= min && seen.size <= max) return undefined;
  return seen.size === 0
    ? "none is chosen"
    : `${seen.size} ${seen.size === 1 ? "is" : "are"} chosen`;
}

function counted(min: number, max: number): string {
  if (min === max) return `exactly ${min}`;
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}
