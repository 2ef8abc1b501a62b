"use client";

import type { ReactNode } from "react";
import type { DemoCore } from "../core/demo-core";
import { InputForm } from "../core/input-form";
import { StartButton } from "../core/start-button";
import { FormField } from "../form-field";
import { FormFields } from "../form-fields";
import { ChangedMark } from "../lazy-parts";
import { type AnyUsedDemo, inside, type UsedInput } from "./used-demo";

interface FormProps {
  of: AnyUsedDemo;
  /** What a screen reader calls it; default: "Inputs". */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** A demo's form: Enter and ⌘/Ctrl+Enter run it, Esc stops it. Its fields and its Run lie in it, in any order. */
export function Form({ of, label, className, children }: FormProps) {
  return (
    <InputForm core={of[inside].core} label={label} className={className}>
      {children}
    </InputForm>
  );
}

/** The standard field of an input: label, control, and what is wrong with it. */
export function Field<Value>({ of, className }: { of: UsedInput<Value>; className?: string }) {
  const { core, input } = of[inside];
  return (
    <div className={className}>
      <FormField core={core} input={input} plain={false} mark={changedMark(core)} />
    </div>
  );
}

/** All fields of a demo as its standard page has them, its groups folded. */
export function Fields({ of }: { of: AnyUsedDemo }) {
  const { core } = of[inside];
  return <FormFields core={core} plain={false} mark={changedMark(core)} />;
}

/** Run, which is Stop while a run goes on. It lies in the demo's `<Form>`. */
export function RunButton({ of }: { of: AnyUsedDemo }) {
  return <StartButton core={of[inside].core} />;
}

const changedMark = (core: DemoCore) => (input: string) =>
  core.isChanged(input) && <ChangedMark was={core.shown?.inputs[input]} />;
