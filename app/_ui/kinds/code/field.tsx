"use client";

import type { FieldProps } from "../kind";
import { CodeFrame } from "./code-frame";

export function CodeField({ input, value, onChange, error, disabled, id }: FieldProps<"code">) {
  const { placeholder, language, lines = 6 } = input.options;
  return (
    <CodeFrame
      {...{ input, error, id, placeholder, language, lines, disabled }}
      text={typeof value === "string" ? value : ""}
      onText={onChange}
    />
  );
}
