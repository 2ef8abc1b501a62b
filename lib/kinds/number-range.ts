/** Which numbers are allowed. */
export interface NumberRange {
  min?: number;
  max?: number;
  /** Allowed are `min`, `min + step`, …; without `min`, the multiples of `step`. */
  step?: number;
  /** `true`: whole numbers of 32 bits, as GraphQL's `Int`. */
  integer?: boolean;
}

// https://spec.graphql.org/October2021/#sec-Int
const intMin = -(2 ** 31);
const intMax = 2 ** 31 - 1;

/** Whether every number of the range is one of GraphQL's 32-bit `Int`s. */
export function isIntRange(range: NumberRange): boolean {
  return (
    range.integer === true ||
    (isInt(range.min) && isInt(range.max) && range.step !== undefined && isInt(range.step))
  );
}

/** What is wrong with the range itself, each as a sentence. */
export function rangeFaults(range: NumberRange): string[] {
  const faults: string[] = [];
  const { min, max, step } = range;
  for (const [name, value] of Object.entries({ min, max, step })) {
    if (value !== undefined && !Number.isFinite(value)) {
      faults.push(`${name} must be a finite number; got ${value}`);
    } else if (value !== undefined && range.integer && !isInt(value)) {
      faults.push(`${name} must be a whole number of 32 bits, as integer is set; got ${value}`);
    }
  }
  if (min !== undefined && max !== undefined && !(min < max)) {
    faults.push(`min must be below max; got min ${min} and max ${max}`);
  }
  if (step !== undefined && !(step > 0)) faults.push(`step must be above 0; got ${step}`);
  return faults;
}

/** The range in words: `a whole number from 1 to 10`. */
export function allowedNumber(range: NumberRange): string {
  const integer = isIntRange(range);
  const { min, max, step } = range;
  const limits =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : integer
            ? ` from ${intMin} to ${intMax}`
            : "";
  const steps = step === undefined || (integer && step === 1) ? "" : ` in steps of ${step}`;
  return `a ${integer ? "whole" : "finite"} number${limits}${steps}`;
}

/** Whether a value is a number of the range. */
export function isNumberOf(value: unknown, range: NumberRange): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (range.integer && !isInt(value)) return false;
  const { min, max, step } = range;
  if (min !== undefined && value < min) return false;
  if (max !== undefined && value > max) return false;
  return step === undefined || isOnStep(value - (min ?? 0), step);
}

/** Steps such as 0.1 have no exact binary form, so a billionth of a step is forgiven. */
function isOnStep(distance: number, step: number): boolean {
  const steps = distance / step;
  return Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps));
}

function isInt(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= intMin && value <= intMax;
}
