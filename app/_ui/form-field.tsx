"use client";

import { type ReactNode, useLayoutEffect, useState } from "react";
import type { InputDescription } from "@/lib/demo/describe";
import type { FieldsCore } from "./form-fields";
import { fieldOf } from "./kinds";
import { onceReleased } from "./once-released";

interface FormFieldProps {
  core: FieldsCore;
  input: InputDescription;
  plain: boolean;
  mark?(input: string): ReactNode;
}

/** One input's field, with what is wrong beside it once it was left. */
export function FormField({ core, input, plain, mark }: FormFieldProps) {
  const { form } = core;
  const { name } = input;
  const Kind = fieldOf(input.kind, plain);

  // Before anything draws it anew: React has not heard what was typed while it took the field over, and
  // would undo it.
  const [wake] = useState(() => () => {
    const early = form.untold(input);
    if (early) core.change(name, early.value);
  });
  useLayoutEffect(wake, [wake]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the field is left.
    <div
      className="relative min-w-0"
      data-filled={core.marked.has(name) || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        // From one of its controls to the next is not out of it.
        if (currentTarget.contains(relatedTarget)) return;
        if (currentTarget.querySelector("[data-whole]")) return;
        // What is wrong takes room: what somebody is pressing just now must not move from under them.
        onceReleased(() => form.leave(name));
      }}
    >
      {mark?.(name)}
      <Kind
        input={input}
        id={core.idOf(name)}
        value={form.values[name]}
        onChange={(value) => core.change(name, value)}
        error={form.errors[name]}
        disabled={false}
        attach={core.attach(name)}
        run={core.feeding}
      />
    </div>
  );
}
