import { checkboxInput } from "./checkbox";
import { checkboxGroupInput } from "./checkbox-group";
import { codeInput } from "./code/input";
import { colorInput } from "./color";
import { dateInput } from "./date";
import { dropdownInput } from "./dropdown";
import type { InputDeclaration } from "./inputs";
import { jsonInput } from "./json/input";
import type { InputKind } from "./kind";
import { numberInput } from "./number";
import { radioInput } from "./radio";
import { sliderInput } from "./slider";
import { textInput } from "./text";

/** The kinds whose value is what a control shows: neither a file nor a stream. */
export const controlInputs = {
  checkbox: checkboxInput,
  checkboxGroup: checkboxGroupInput,
  code: codeInput,
  color: colorInput,
  date: dateInput,
  dropdown: dropdownInput,
  json: jsonInput,
  number: numberInput,
  radio: radioInput,
  slider: sliderInput,
  text: textInput,
};

/**
 * The behaviour of an input that is a control; `undefined` for others. A form needs no more of them at
 * first, and an embed has no kilobyte to spare for files.
 */
export function controlKind({ kind }: InputDeclaration): InputKind<unknown, unknown> | undefined {
  if (!Object.hasOwn(controlInputs, kind)) return undefined;
  return controlInputs[kind as keyof typeof controlInputs] as InputKind<unknown, unknown>;
}
