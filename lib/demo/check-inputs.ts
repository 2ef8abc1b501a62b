import { inputKind } from "../kinds/inputs";
import { preview } from "../kinds/preview";
import { ShownError } from "../shown-error";
import type { Demo } from "./demo";

/** One wrong input. */
export interface InputFault {
  readonly argument: string;
  readonly message: string;
}

/** Inputs that a demo does not take; the message names each, what is allowed and what came. */
export class InputError extends ShownError {
  override name = "InputError";
  readonly code = "BAD_USER_INPUT";
  /** The first wrong argument, and each with what is wrong with it. */
  override readonly details: { argument: string | undefined; arguments: readonly InputFault[] };

  constructor(readonly faults: readonly InputFault[]) {
    super(faults.map((fault) => fault.message).join(" "));
    this.details = { argument: faults[0]?.argument, arguments: faults };
  }
}

/**
 * The inputs for a run of a demo: what was given, defaults elsewhere.
 *
 * @throws InputError where some are wrong, all of them at once
 * @example checkInputs(fakeDiffusion, { steps: 11 })
 * // InputError: The argument "steps" must be a whole number from 1 to 10; got 11.
 */
export function checkInputs(
  demo: Demo,
  given: { readonly [name: string]: unknown },
): { [name: string]: unknown } {
  const faults: InputFault[] = [];
  const values: { [name: string]: unknown } = {};
  for (const [name, declared] of Object.entries(demo.inputs)) {
    const kind = inputKind(declared);
    const value = given[name] ?? kind.default(declared.options);
    if (kind.accepts(value, declared.options)) {
      values[name] = value;
      continue;
    }
    const came = value === undefined ? "nothing was given" : `got ${preview(value)}`;
    const message = `The argument "${name}" must be ${kind.allowed(declared.options)}; ${came}.`;
    faults.push({ argument: name, message });
  }
  if (faults.length > 0) throw new InputError(faults);
  return values;
}
