import { checkboxGroupInput } from "./checkbox-group";
import { codeInput } from "./code/input";
import { colorInput } from "./color";
import { dateInput } from "./date";
import { jsonInput } from "./json/input";
import { radioInput } from "./radio";

/** Controls whose checks a page fetches where its demo has one of them. */
export const furtherControls = {
  checkboxGroup: checkboxGroupInput,
  code: codeInput,
  color: colorInput,
  date: dateInput,
  json: jsonInput,
  radio: radioInput,
};
