import type { UploadedFile } from "yieldcast";
import type { DemoList, Demos } from "@/demos";
import type { Declaration, Given, Yielded } from "@/lib/kinds/kind";
import type { LiveValue } from "@/lib/kinds/live-value";
import type { PlainValues } from "./plain-value";

/** The name of a demo that a page of one's own can be made of. */
export type DemoName = {
  [Name in keyof Demos]: Demos[Name] extends { reply: unknown } ? never : Name;
}[keyof Demos];

/** What the file of a demo exports. */
export type DefinitionOf<Name> = Name extends keyof Demos ? Demos[Name] : never;

/** Stands where a name was written that cannot be used, so that the compiler's error says why. */
interface Fault<Words extends string> {
  readonly fault: Words;
}

/** A name that `useDemo` takes, or what is wrong with it. */
export type Usable<Name> = Name extends DemoName
  ? Name
  : Name extends keyof Demos
    ? Fault<`${Name} is a chat: its page is its conversation. Link to /demos/${Name}, or lay /embed/${Name} into the page.`>
    : Fault<`There is no demo of this name. The files in demos/ are: ${DemoList}.`>;

type InputsIn<Definition> = Definition extends { inputs?: infer Inputs }
  ? Exclude<Inputs, undefined>
  : never;
type SingleIn<Definition> = Definition extends { output?: infer Output }
  ? Exclude<Output, undefined>
  : never;
type OutputsIn<Definition> = Definition extends { outputs?: infer Outputs }
  ? Exclude<Outputs, undefined>
  : never;

type Groups<Inputs> = {
  [Name in keyof Inputs]: Inputs[Name] extends Declaration<"group", { inputs: infer Within }>
    ? Within
    : never;
}[keyof Inputs];
type NamesIn<Objects> = Objects extends unknown ? keyof Objects : never;
type Merged<Objects> = {
  [Name in NamesIn<Objects>]: Objects extends { [Each in Name]: infer Value } ? Value : never;
};

/** The declarations of a demo's inputs, those of its groups among them. */
export type InputsOf<Definition> = {
  [Name in keyof InputsIn<Definition> as InputsIn<Definition>[Name] extends Declaration<"group">
    ? never
    : Name]: InputsIn<Definition>[Name];
} & Merged<Groups<InputsIn<Definition>>>;

/** The declarations of a demo's outputs; a single one is called `output`. */
export type OutputsOf<Definition> = [SingleIn<Definition>] extends [never]
  ? OutputsIn<Definition>
  : { output: SingleIn<Definition> };

/** What a form holds for an input: of a file the id of its upload; nothing of what is fed meanwhile. */
export type InputValue<Of> = [Given<Of>] extends [LiveValue<infer Value>]
  ? Value
  : [Given<Of>] extends [UploadedFile]
    ? string
    : [Given<Of>] extends [AsyncIterable<unknown>]
      ? never
      : Given<Of>;

/** What a page is given of an output, for whoever draws it. */
export type OutputValue<Of> =
  Of extends Declaration<"json">
    ? Yielded<Of>
    : Of extends { readonly kind: infer Kind extends keyof PlainValues }
      ? PlainValues[Kind]
      : never;

/** Values by input, some of them. */
export type SomeValues<Definition> = {
  readonly [Name in keyof InputsOf<Definition>]?: InputValue<InputsOf<Definition>[Name]>;
};
