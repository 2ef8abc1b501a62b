"use client";

import type { InputDescription } from "@/lib/demo/describe";
import { fieldOf } from "../kinds";
import type { Form } from "../use-form";
import type { Start } from "../use-start";

interface FurtherInputsProps {
  id: string;
  inputs: readonly InputDescription[];
  form: Form;
  starting: Start;
  /** Whether it lies in another site's page, where each kB counts. */
  embedded: boolean;
}

const noRun = { active: false, startedHere: false, owned: undefined };

/** What is given beside each message, such as a temperature. */
export function FurtherInputs({ id, inputs, form, starting, embedded }: FurtherInputsProps) {
  return (
    <fieldset
      id={id}
      className="grid max-h-[40svh] gap-3 overflow-y-auto border-b border-line px-4 pt-2 pb-1 sm:grid-cols-2"
    >
      <legend className="sr-only">Settings</legend>
      {inputs.map((input) => {
        const Field = fieldOf(input.kind, embedded);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the field is left.
          <div key={input.name} className="min-w-0" onBlur={() => form.leave(input.name)}>
            <Field
              input={input}
              id={`${id}-${input.name}`}
              value={form.values[input.name]}
              onChange={(value) => form.change(input.name, value)}
              error={form.errors[input.name]}
              disabled={false}
              attach={starting.attach(input.name)}
              run={noRun}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
