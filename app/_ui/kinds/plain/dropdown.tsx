import { Icon } from "../../icon";
import { boxStyle, FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

/** A dropdown for embeds: the browser's own, which costs nothing to download. */
export function PlainDropdownField({
  input,
  value,
  onChange,
  error,
  disabled,
  id,
}: FieldProps<"dropdown">) {
  return (
    <FieldFrame {...{ input, error, id }}>
      <div className="relative">
        <select
          id={id}
          disabled={disabled}
          value={typeof value === "string" ? value : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={noteId(id)}
          onChange={(event) => onChange(event.target.value)}
          className={`${boxStyle} h-10 appearance-none truncate pr-9 pl-3`}
        >
          {input.options.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
        <span className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center text-muted">
          <Icon name="updown" />
        </span>
      </div>
    </FieldFrame>
  );
}
