import type { InputDeclaration } from "../kinds/inputs";
import type { OutputDeclaration } from "../kinds/outputs";
import type { ChatFacts } from "./chat";
import type { RunContext } from "./context";
import type { ExampleFile } from "./example-file";
import type { Example } from "./examples";
import type { InputGroup } from "./groups";
import type { DemoNames } from "./names";

/** A demo as the house uses it: checked, its names settled, its single output named `output`. */
export interface Demo extends DemoNames {
  /** Such as `demos/count-up.ts`. */
  readonly file: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Those of groups among them. */
  readonly inputs: { readonly [name: string]: InputDeclaration };
  readonly groups: readonly InputGroup[];
  readonly outputs: { readonly [name: string]: OutputDeclaration };
  /** `true`: it yields the bare value of its one output. */
  readonly single: boolean;
  readonly concurrency: number | undefined;
  /** Seconds. */
  readonly timeLimit: number | undefined;
  readonly live: boolean;
  readonly examples: readonly Example[];
  /** By input, the files that they give. */
  readonly exampleFiles: { readonly [input: string]: readonly ExampleFile[] };
  /** Whether the house runs them. */
  readonly runsExamples: boolean;
  /** Of a chat. */
  readonly chat: ChatFacts | undefined;
  /** What `run` is written as, by which one before an edit is told from one after it. */
  readonly code: string;
  /** Is given the values by input, whatever their groups. */
  readonly run: (inputs: { readonly [name: string]: unknown }, context: RunContext) => unknown;
}
