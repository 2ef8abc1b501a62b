import type { InputDeclaration } from "../kinds/inputs";
import type { OutputDeclaration } from "../kinds/outputs";
import type { RunContext } from "./context";
import type { DemoNames } from "./names";

/** A demo as the house uses it: checked, its names settled, its single output named `output`. */
export interface Demo extends DemoNames {
  readonly title: string;
  readonly description: string | undefined;
  readonly inputs: { readonly [name: string]: InputDeclaration };
  readonly outputs: { readonly [name: string]: OutputDeclaration };
  /** `true`: it yields the bare value of its one output. */
  readonly single: boolean;
  readonly concurrency: number | undefined;
  /** Seconds. */
  readonly timeLimit: number | undefined;
  readonly live: boolean;
  readonly run: (inputs: { readonly [name: string]: unknown }, context: RunContext) => unknown;
}
