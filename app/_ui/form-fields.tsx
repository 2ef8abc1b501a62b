"use client";

import { Fragment, type ReactNode } from "react";
import type { DemoCore } from "./core/demo-core";
import { FormField } from "./form-field";
import { isSame } from "./is-same";
import { FormGroup } from "./kinds";

interface FormFieldsProps {
  core: FieldsCore;
  /** Whether each kB counts, as in an embed. */
  plain: boolean;
  /** What is to be said of a field beside it, such as that it was changed. */
  mark?(input: string): ReactNode;
}

/** What fields need of a core; a chat has no more than this. */
export type FieldsCore = Pick<
  DemoCore,
  "demo" | "form" | "idOf" | "change" | "attach" | "feeding" | "marked"
>;

/** The fields of a demo's inputs, those of a group folded away together. */
export function FormFields(props: FormFieldsProps) {
  const { demo, form } = props.core;
  return demo.inputs.map((input) => {
    const group = demo.groups.find(({ inputs }) => inputs.includes(input.name));
    if (!group) return <FormField key={input.name} {...props} input={input} />;
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
          <FormField key={member.name} {...props} input={member} />
        ))}
      </FormGroup>
    );
  });
}
