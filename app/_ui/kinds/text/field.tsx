"use client";

import { boxStyle, FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

/** As the kind's own default, in lib/kinds/text.ts. */
const longestByDefault = 10_000;
const longestOfOneLine = 80;

export function TextField({ input, value, onChange, error, disabled, id }: FieldProps<"text">) {
  const { placeholder, maxLength = longestByDefault } = input.options;
  const { lines = maxLength <= longestOfOneLine ? 1 : 3 } = input.options;
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
      {lines === 1 ? (
        <input type="text" autoComplete="off" {...shared} className={`${boxStyle} h-10 px-3`} />
      ) : (
        <textarea
          rows={lines}
          {...shared}
          style={{ minHeight: `${Math.max(lines, 2) * 1.25 + 1.25}rem` }}
          className={`${boxStyle} block max-h-[max(20rem,50vh)] resize-y px-3 py-2 [field-sizing:content]`}
        />
      )}
    </FieldFrame>
  );
}
