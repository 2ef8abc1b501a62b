import {
  type Declaration,
  declare,
  type Input,
  type InputKind,
  type InputOptions,
  type Output,
  type OutputKind,
  type OutputOptions,
} from "./kind";
import type { LiveValue, StreamingOption } from "./live-value";
import { allowedNumber, isNumberOf, type NumberRange, rangeFaults } from "./number-range";
import { YieldError } from "./yield-error";

/** Options of a number that is typed in. */
export interface NumberInputOptions extends InputOptions, NumberRange, StreamingOption {
  /** Without it the number must be given. */
  default?: number;
  /** `true`: it starts what is random. A finished run's "New seed" draws another. Needs `integer`. */
  seed?: boolean;
}

/** Options of a number that is shown. */
export interface NumberOutputOptions extends OutputOptions {
  /** `true`: whole numbers of 32 bits (`Int` in GraphQL). Default: any finite number (`Float`). */
  integer?: boolean;
}

/** What the log keeps of a number. */
export interface LoggedNumber {
  readonly kind: "number";
  readonly value: number;
}

export type NumberInput = Input<number> & Declaration<"number", NumberInputOptions>;
export type LiveNumber = Input<LiveValue<number>> & Declaration<"number", NumberInputOptions>;
export type NumberOutput = Output<number> & Declaration<"number", NumberOutputOptions>;

/**
 * A number: among the inputs a field to type in, among the outputs a number that changes.
 *
 * @example
 * inputs: { to: number({ integer: true, min: 0, max: 1000, default: 10 }) },
 * outputs: { count: number({ integer: true }) },
 */
export function number(options?: { label?: string; integer?: boolean }): NumberInput & NumberOutput;
export function number(options: NumberInputOptions & { streaming: true }): LiveNumber;
export function number(options: NumberInputOptions & { streaming?: false }): NumberInput;
export function number(options: NumberOutputOptions): NumberOutput;
export function number(options: NumberInputOptions | NumberOutputOptions = {}): Declaration {
  return declare("number", options);
}

export const numberInput: InputKind<NumberInputOptions, number> = {
  faults: (options) => [...rangeFaults(options), ...seedFaults(options)],
  default: (options) => options.default,
  allowed: allowedNumber,
  accepts: isNumberOf,
};

function seedFaults({ seed, integer }: NumberInputOptions): string[] {
  if (!seed || integer) return [];
  return ["seed goes with whole numbers; write number({ integer: true, seed: true })"];
}

export const numberOutput: OutputKind<NumberOutputOptions, LoggedNumber> = {
  faults: () => [],
  writer(options) {
    const range: NumberRange = options.integer ? { integer: true } : {};
    return {
      write(value) {
        if (!isNumberOf(value, range)) throw new YieldError(allowedNumber(range), { value });
        return { kind: "number", value };
      },
    };
  },
  merge: (_older, newer) => newer,
  size: () => 48,
};
