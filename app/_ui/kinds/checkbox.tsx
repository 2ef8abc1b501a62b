"use client";

import { Checkbox } from "@base-ui/react/checkbox";
import { Icon } from "../icon";
import { FieldNote, noteId } from "./field-frame";
import type { FieldProps } from "./kind";

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
        <Checkbox.Root
          id={id}
          checked={value === true}
          onCheckedChange={onChange}
          disabled={disabled}
          aria-invalid={error !== undefined}
          aria-describedby={noteId(id)}
          className="grid size-5 shrink-0 place-items-center rounded-[calc(var(--corner)*0.5)] border border-edge bg-panel transition-colors hover:border-muted data-checked:border-text data-checked:bg-text data-checked:text-bg data-disabled:opacity-60"
        >
          <Checkbox.Indicator className="data-unchecked:hidden">
            <Icon name="check" />
          </Checkbox.Indicator>
        </Checkbox.Root>
        <label htmlFor={id} className="font-medium">
          {input.label}
        </label>
      </div>
      <FieldNote {...{ input, error, id }} />
    </div>
  );
}
