import { ChoiceList } from "./choice-list";
import type { FieldProps } from "./kind";

export function CheckboxGroupField({
  input,
  value,
  onChange,
  ...rest
}: FieldProps<"checkboxGroup">) {
  const { choices } = input.options;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <ChoiceList
      {...{ input, choices, chosen, ...rest }}
      sort="checkbox"
      onChoose={(changed, isChosen) =>
        onChange(
          choices.filter((choice) => (choice === changed ? isChosen : chosen.includes(choice))),
        )
      }
    />
  );
}
