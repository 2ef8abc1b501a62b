"use client";

import type { DemoDescription } from "@/lib/demo/describe";
import { FormFields } from "../form-fields";
import type { Form } from "../use-form";
import type { Start } from "../use-start";

interface FurtherInputsProps {
  id: string;
  /** The chat, its own inputs taken away. */
  demo: DemoDescription;
  form: Form;
  starting: Start;
  /** Whether it lies in another site's page, where each kB counts. */
  embedded: boolean;
}

const none: ReadonlySet<string> = new Set();
const noRun = { active: false, startedHere: false, owned: undefined };

/** What is given beside each message, such as a temperature. */
export function FurtherInputs({ id, demo, form, starting, embedded }: FurtherInputsProps) {
  return (
    <fieldset
      id={id}
      className="grid max-h-[40svh] gap-3 overflow-y-auto border-b border-line px-4 pt-2 pb-1 sm:grid-cols-2"
    >
      <legend className="sr-only">Settings</legend>
      <FormFields
        core={{
          demo,
          form,
          idOf: (input) => `${id}-${input}`,
          change: form.change,
          attach: starting.attach,
          feeding: noRun,
          marked: none,
        }}
        plain={embedded}
      />
    </fieldset>
  );
}
