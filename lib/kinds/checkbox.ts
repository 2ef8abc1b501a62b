import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";

export interface CheckboxOptions extends InputOptions, StreamingOption {
  /** Default: `false`. */
  default?: boolean;
}

export type Checkbox = Input<boolean> & Declaration<"checkbox", CheckboxOptions>;
export type LiveCheckbox = Input<LiveValue<boolean>> & Declaration<"checkbox", CheckboxOptions>;

/**
 * Yes or no.
 *
 * @example checkbox({ label: "Upper case", default: true })
 */
export function checkbox(options: CheckboxOptions & { streaming: true }): LiveCheckbox;
export function checkbox(options?: CheckboxOptions & { streaming?: false }): Checkbox;
export function checkbox(options: CheckboxOptions = {}): Checkbox | LiveCheckbox {
  return declare("checkbox", options);
}

export const checkboxInput: InputKind<CheckboxOptions, boolean> = {
  faults: () => [],
  default: (options) => options.default ?? false,
  allowed: () => "true or false",
  accepts: (value): value is boolean => typeof value === "boolean",
};
