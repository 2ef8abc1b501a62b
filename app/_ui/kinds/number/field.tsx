"use client";

import { NumberField } from "@base-ui/react/number-field";
import { isIntRange } from "@/lib/kinds/number-range";
import { Icon } from "../../icon";
import { boxStyle, FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

const stepper =
  "grid w-10 place-items-center text-muted transition-colors hover:text-text disabled:opacity-50 disabled:hover:text-muted";

export function NumberInputField({
  input,
  value,
  onChange,
  error,
  disabled,
  id,
}: FieldProps<"number">) {
  const { min, max, step } = input.options;
  const whole = isIntRange(input.options);
  return (
    <FieldFrame {...{ input, error, id }}>
      <NumberField.Root
        id={id}
        value={typeof value === "number" ? value : null}
        onValueChange={(next) => onChange(next ?? undefined)}
        disabled={disabled}
        step={step ?? (whole ? 1 : "any")}
        // What is out of range is said in words, not changed under the fingers.
        allowOutOfRange
        locale="en"
        format={{ useGrouping: false, maximumFractionDigits: whole ? 0 : 12 }}
        {...(min !== undefined && { min })}
        {...(max !== undefined && { max })}
      >
        <NumberField.Group className="relative flex h-10">
          <NumberField.Input
            aria-invalid={error !== undefined}
            aria-describedby={noteId(id)}
            className={`${boxStyle} num pr-20 pl-3`}
          />
          <div className="absolute inset-y-px right-px flex divide-x divide-line border-l border-line">
            <NumberField.Decrement aria-label={`Less: ${input.label}`} className={stepper}>
              <Icon name="minus" />
            </NumberField.Decrement>
            <NumberField.Increment aria-label={`More: ${input.label}`} className={stepper}>
              <Icon name="plus" />
            </NumberField.Increment>
          </div>
        </NumberField.Group>
      </NumberField.Root>
    </FieldFrame>
  );
}
