import { isIntRange } from "@/lib/kinds/number-range";
import { boxStyle, FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

/** A number's field for embeds: the browser's own, which costs nothing to download. */
export function PlainNumberField({
  input,
  value,
  onChange,
  error,
  disabled,
  id,
}: FieldProps<"number">) {
  const { min, max, step } = input.options;
  return (
    <FieldFrame {...{ input, error, id }}>
      <input
        id={id}
        type="number"
        {...{ min, max, disabled }}
        step={step ?? (isIntRange(input.options) ? 1 : "any")}
        value={typeof value === "number" ? value : ""}
        aria-invalid={error !== undefined}
        aria-describedby={noteId(id)}
        onChange={({ target }) => {
          const number = target.valueAsNumber;
          onChange(Number.isNaN(number) ? undefined : number);
        }}
        className={`${boxStyle} num h-10 px-3`}
      />
    </FieldFrame>
  );
}
