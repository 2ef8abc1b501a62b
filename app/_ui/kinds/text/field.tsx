"use client";

import { boxStyle, FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

/** As the kind's own default, in lib/kinds/text.ts. */
const longestByDefault = 10_000;
const longestOfOneLine = 80;

export function TextField({ input, value, onChange, error, disabled, id }: FieldProps<"text">) {
  const { placeholder, maxLength = longestByDefault } = input.options;
  const text = typeof value === "string" ? value : "";
  const near = text.length > maxLength * 0.8;
  const shared = {
    id,
    value: text,
    placeholder,
    disabled,
    "aria-invalid": error !== undefined,
    "aria-describedby": noteId(id),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <FieldFrame
      {...{ input, error, id }}
      aside={
        near && (
          <span className="num text-fine text-faint">
            {text.length.toLocaleString("en")} of {maxLength.toLocaleString("en")}
          </span>
        )
      }
    >
      {maxLength <= longestOfOneLine ? (
        <input type="text" autoComplete="off" {...shared} className={`${boxStyle} h-10 px-3`} />
      ) : (
        <textarea
          rows={3}
          {...shared}
          className={`${boxStyle} block max-h-80 min-h-20 resize-y px-3 py-2 [field-sizing:content]`}
        />
      )}
    </FieldFrame>
  );
}
