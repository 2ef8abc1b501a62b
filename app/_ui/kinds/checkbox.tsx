import { Icon } from "../icon";
import { FieldNote, noteId } from "./field-frame";
import type { FieldProps } from "./kind";

/** The browser's own checkbox, drawn anew: what it says to a keyboard and a screen reader is its own. */
export function CheckboxField({
  input,
  value,
  onChange,
  error,
  disabled,
  id,
}: FieldProps<"checkbox">) {
  return (
    <div data-input={input.name}>
      <div className="flex min-h-8 items-center gap-3">
        <span className="relative grid size-5 shrink-0 place-items-center">
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
            disabled={disabled}
            aria-invalid={error !== undefined}
            aria-describedby={noteId(id)}
            className="peer absolute inset-0 cursor-pointer appearance-none rounded-[calc(var(--corner)*0.5)] border border-edge bg-panel transition-colors checked:border-text checked:bg-text hover:border-muted disabled:opacity-60"
          />
          <span className="pointer-events-none relative hidden text-bg peer-checked:block">
            <Icon name="check" />
          </span>
        </span>
        <label htmlFor={id} className="font-medium">
          {input.label}
        </label>
      </div>
      <FieldNote {...{ input, error, id }} />
    </div>
  );
}
