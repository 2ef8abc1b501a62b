import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import { allowedNumber, isNumberOf, rangeFaults } from "./number-range";

export interface SliderOptions extends InputOptions {
  min: number;
  max: number;
  /** Default: 1 where both ends are whole and more than 1 apart, else a hundredth of the span. */
  step?: number;
  /** Default: `min`. */
  default?: number;
}

export type Slider = Input<number> &
  Declaration<"slider", Required<Pick<SliderOptions, "step">> & SliderOptions>;

/**
 * A number that is dragged. Whole ends and steps make it an `Int` in GraphQL, others a `Float`.
 *
 * @example slider({ min: 1, max: 10, default: 3, step: 1 })
 */
export function slider(options: SliderOptions): Slider {
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
