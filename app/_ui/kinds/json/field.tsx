"use client";

import { useRef, useState } from "react";
import { JsonDraft } from "@/lib/kinds/json/draft";
import { CodeFrame } from "../code/code-frame";
import type { FieldProps } from "../kind";

export function JsonField({ input, value, onChange, error, disabled, id }: FieldProps<"json">) {
  // What is written stays as it is written, until a value comes from somewhere else.
  const [shown, setShown] = useState(() => ({ text: textOf(value), value }));
  if (shown.value !== value) setShown({ text: textOf(value), value });
  const newest = useRef("");

  function give(text: string, next: unknown): void {
    setShown({ text, value: next });
    onChange(next);
  }

  function write(text: string): void {
    newest.current = text;
    if (text.trim() === "") {
      give(text, undefined);
      return;
    }
    try {
      give(text, JSON.parse(text));
    } catch {
      give(text, new JsonDraft(text, "this is none"));
      import("./parse-fault").then(
        ({ parseFault }) => {
          if (newest.current === text) give(text, new JsonDraft(text, parseFault(text)));
        },
        // It is told without its place.
        () => {},
      );
    }
  }

  const fault = value instanceof JsonDraft ? value.fault : undefined;
  return (
    <CodeFrame
      {...{ input, error, id, disabled }}
      note={fault}
      language="json"
      lines={Math.min(12, Math.max(4, shown.text.split("\n", 12).length))}
      text={shown.text}
      onText={write}
    />
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return value instanceof JsonDraft ? value.text : JSON.stringify(value, null, 2);
}
