import { ChoiceList } from "./choice-list";
import type { FieldProps } from "./kind";

export function RadioField({ input, value, onChange, ...rest }: FieldProps<"radio">) {
  return (
    <ChoiceList
      {...{ input, ...rest }}
      sort="radio"
      choices={input.options.choices}
      chosen={[value]}
      onChoose={onChange}
    />
  );
}
