import { type Declaration, declare, type Given, type Input } from "./kind";
import type { OnlyInputs } from "./only-inputs";

export interface GroupOptions {
  /** What the form calls it. Default: its name, in words. */
  label?: string;
  /** One line below its label. */
  hint?: string;
  /** Whether it is unfolded at first. Default: `false`. */
  open?: boolean;
}

/** Inputs that the form folds away together. */
export type Group<I> = Input<{ [Name in keyof I]: Given<I[Name]> }> &
  Declaration<"group", GroupOptions & { inputs: I }>;

/**
 * Folds inputs away, such as those that few people change. `run` is given their values as one object of
 * the group's name; callers give each by its own name, as if there were no group.
 *
 * @example
 * inputs: {
 *   prompt: text(),
 *   advanced: group({ strength: slider({ min: 0, max: 1 }), seed: number({ integer: true }) }),
 * },
 * async *run({ prompt, advanced: { strength, seed } }) { … }
 */
export function group<I extends Record<string, Declaration>>(
  inputs: I & OnlyInputs<I, "A group lies in no other: put its inputs beside it.">,
  options: GroupOptions = {},
): Group<I> {
  return declare("group", { ...options, inputs });
}

export function isGroup(declared: Declaration): declared is Group<unknown> {
  return declared.kind === "group";
}
