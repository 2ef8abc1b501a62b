"use client";

import { Fragment, type ReactNode } from "react";
import type { DemoDescription, InputDescription } from "@/lib/demo/describe";
import { FormGroup } from "./form-group";
import { isSame } from "./is-same";
import { fieldOf } from "./kinds";
import type { FieldProps, FieldRun } from "./kinds/kind";
import type { Form } from "./use-form";

interface FormFieldsProps {
  demo: DemoDescription;
  form: Form;
  /** Whether each kB counts, as in an embed. */
  plain: boolean;
  idOf(input: string): string;
  onChange(input: string, value: unknown): void;
  attach(input: string): FieldProps["attach"];
  run: FieldRun;
  /** What is to be said of a field beside it, such as that it was changed. */
  mark(input: string): ReactNode;
  /** Those that an example has filled just now. */
  filled: ReadonlySet<string>;
}

/** The fields of a demo's inputs, those of a group folded away together. */
export function FormFields(props: FormFieldsProps) {
  const { demo, form } = props;
  return demo.inputs.map((input) => {
    const group = demo.groups.find(({ inputs }) => inputs.includes(input.name));
    if (!group) return <Field key={input.name} {...props} input={input} />;
    // The group stands where its first input would.
    if (group.inputs[0] !== input.name) return <Fragment key={input.name} />;
    const members = demo.inputs.filter(({ name }) => group.inputs.includes(name));
    return (
      <FormGroup
        key={input.name}
        group={group}
        changed={
          members.filter(({ name, default: value }) => !isSame(form.values[name], value)).length
        }
        faulty={members.some(({ name }) => form.errors[name] !== undefined)}
      >
        {members.map((member) => (
          <Field key={member.name} {...props} input={member} />
        ))}
      </FormGroup>
    );
  });
}

function Field({
  input,
  form,
  plain,
  idOf,
  onChange,
  attach,
  run,
  mark,
  filled,
}: FormFieldsProps & { input: InputDescription }) {
  const Kind = fieldOf(input.kind, plain);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the field is left.
    <div
      className="relative min-w-0"
      data-filled={filled.has(input.name) || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        // From one of its controls to the next is not out of it.
        if (currentTarget.contains(relatedTarget)) return;
        if (!currentTarget.querySelector("[data-whole]")) form.leave(input.name);
      }}
    >
      {mark(input.name)}
      <Kind
        input={input}
        id={idOf(input.name)}
        value={form.values[input.name]}
        onChange={(value) => onChange(input.name, value)}
        error={form.errors[input.name]}
        disabled={false}
        attach={attach(input.name)}
        run={run}
      />
    </div>
  );
}
