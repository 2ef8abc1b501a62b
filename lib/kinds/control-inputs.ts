import { checkboxInput } from "./checkbox";
import { dropdownInput } from "./dropdown";
import type { furtherControls } from "./further-controls";
import type { InputDeclaration } from "./inputs";
import type { InputKind } from "./kind";
import { numberInput } from "./number";
import { sliderInput } from "./slider";
import { textInput } from "./text";

/** Kinds whose value is what a control shows, neither a file nor a stream: those that most demos have. */
export const controlInputs = {
  checkbox: checkboxInput,
  dropdown: dropdownInput,
  number: numberInput,
  slider: sliderInput,
  text: textInput,
};

type Further = typeof furtherControls;

/** A row for each of the others, so that a form knows them before their checks have come. */
const further: { readonly [Name in keyof Further]: true } = {
  checkboxGroup: true,
  code: true,
  color: true,
  date: true,
  json: true,
  radio: true,
};
let loaded: Further | undefined;

/** Whether an input is a control. */
export function isControl({ kind }: InputDeclaration): boolean {
  return Object.hasOwn(controlInputs, kind) || Object.hasOwn(further, kind);
}

/**
 * The behaviour of an input that is a control; `undefined` for others, and where it has not been loaded:
 * then the server alone says what it takes. An embed has no kilobyte to spare for kinds that it has not.
 */
export function controlKind({ kind }: InputDeclaration): InputKind<unknown, unknown> | undefined {
  const all: { readonly [kind: string]: unknown } = { ...loaded, ...controlInputs };
  return Object.hasOwn(all, kind) ? (all[kind] as InputKind<unknown, unknown>) : undefined;
}

/**
 * Fetches the checks of controls that are not at hand. Where that fails, the server's are left.
 *
 * @returns whether some have come
 */
export async function loadControls(inputs: readonly InputDeclaration[]): Promise<boolean> {
  if (loaded || !inputs.some(({ kind }) => Object.hasOwn(further, kind))) return false;
  try {
    loaded = (await import("./further-controls")).furtherControls;
    return true;
  } catch {
    // Offline, for one. The next page tries again.
    return false;
  }
}
