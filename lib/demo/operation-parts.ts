/** An argument of a demo's subscription, as a document declares a variable for it. */
export interface OperationArgument {
  readonly name: string;
  /** Such as `Int!`. */
  readonly type: string;
  /** Where its value is the id of an upload: what such a file may be called, as `clip.wav`. */
  readonly file: string | null;
}

/** What a document that runs a demo is made of. Names and selections only: values go in as variables. */
export interface OperationParts {
  /** Of the operation: `FakeDiffusion`. */
  readonly name: string;
  /** Of the subscription's field: `fakeDiffusion`. */
  readonly field: string;
  readonly arguments: readonly OperationArgument[];
  /** `selection` is what to ask of an output, such as `{ delta reset }`; `""` for a scalar. */
  readonly outputs: readonly { readonly name: string; readonly selection: string }[];
  /** Inputs that are fed while the run goes on. */
  readonly fed: readonly string[];
}
