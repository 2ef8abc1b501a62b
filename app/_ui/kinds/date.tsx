import { boxStyle, FieldFrame, noteId } from "./field-frame";
import type { FieldProps } from "./kind";

/** The browser's own, which knows the calendar and how its user writes a date. */
export function DateField({ input, value, onChange, error, disabled, id }: FieldProps<"date">) {
  const { min, max, time } = input.options;
  return (
    <FieldFrame {...{ input, error, id }}>
      <input
        id={id}
        type={time ? "datetime-local" : "date"}
        {...{ min, disabled }}
        // Without it a year may have six digits.
        max={max ?? (time ? "9999-12-31T23:59" : "9999-12-31")}
        value={typeof value === "string" ? value : ""}
        aria-invalid={error !== undefined}
        aria-describedby={noteId(id)}
        onChange={(event) => onChange(event.target.value || undefined)}
        className={`${boxStyle} num h-10 px-3`}
      />
    </FieldFrame>
  );
}
