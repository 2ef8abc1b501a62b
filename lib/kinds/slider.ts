import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";
import { allowedNumber, isNumberOf, rangeFaults } from "./number-range";

export interface SliderOptions extends InputOptions, StreamingOption {
  min: number;
  max: number;
  /** Default: 1 where both ends are whole and more than 1 apart, else a hundredth of the span. */
  step?: number;
  /** Default: `min`. */
  default?: number;
}

type SliderDeclaration = Declaration<
  "slider",
  Required<Pick<SliderOptions, "step">> & SliderOptions
>;
export type Slider = Input<number> & SliderDeclaration;
export type LiveSlider = Input<LiveValue<number>> & SliderDeclaration;

/**
 * A number that is dragged. Whole ends and steps make it an `Int` in GraphQL, others a `Float`.
 *
 * @example
 * slider({ min: 1, max: 10, default: 3, step: 1 })
 * slider({ min: 40, max: 200, default: 100, streaming: true }) // moved while the run goes on
 */
export function slider(options: SliderOptions & { streaming: true }): LiveSlider;
export function slider(options: SliderOptions & { streaming?: false }): Slider;
export function slider(options: SliderOptions): Slider | LiveSlider {
  return declare("slider", { ...options, step: options.step ?? defaultStep(options) });
}

function defaultStep({ min, max }: SliderOptions): number {
  const whole = Number.isInteger(min) && Number.isInteger(max) && max - min > 1;
  return whole ? 1 : (max - min) / 100;
}

export const sliderInput: InputKind<Slider["options"], number> = {
  faults: rangeFaults,
  default: (options) => options.default ?? options.min,
  allowed: allowedNumber,
  accepts: isNumberOf,
};
