import type { ComponentType } from "react";
import type { InputDescription, OutputDescription } from "@/lib/demo/describe";
import type { InputKindName } from "@/lib/kinds/inputs";
import type { OutputKindName } from "@/lib/kinds/outputs";

/** What the field of an input kind is given. */
export interface FieldProps<Name extends InputKindName = InputKindName> {
  input: Extract<InputDescription, { kind: Name }>;
  /** `undefined` where nothing is given yet. */
  value: unknown;
  onChange(value: unknown): void;
  /** Why the value is not taken, as a sentence. */
  error: string | undefined;
  disabled: boolean;
  /** For the control, so that its label finds it. */
  id: string;
}

/** What the view of an output kind is given. */
export interface ViewProps<Value, Name extends OutputKindName = OutputKindName> {
  output: Extract<OutputDescription, { kind: Name }>;
  /** `undefined` before the first. */
  value: Value | undefined;
  /** Whether more may come. */
  live: boolean;
}

/** What an output kind is on a page. */
export interface OutputRow<Name extends OutputKindName, Wire, Value> {
  /** The value to show after one more has come over the wire. */
  reduce(previous: Value | undefined, wire: Wire): Value;
  View: ComponentType<ViewProps<Value, Name>>;
}
