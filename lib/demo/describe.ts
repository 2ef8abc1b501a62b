import { type InputDeclaration, inputKind } from "../kinds/inputs";
import type { OutputDeclaration } from "../kinds/outputs";
import type { ChatFacts } from "./chat";
import type { Demo } from "./demo";
import type { ExampleFile } from "./example-file";
import type { Example } from "./examples";
import type { InputGroup } from "./groups";
import { titleOf } from "./names";

/** An input as a form shows it. */
export type InputDescription = InputDeclaration & {
  readonly name: string;
  readonly label: string;
  /** `undefined` where a value must be given. */
  readonly default: unknown;
  /** Of a file: those that the demo's examples give. */
  readonly files?: readonly ExampleFile[] | undefined;
};

/** An output as a page shows it. */
export type OutputDescription = OutputDeclaration & {
  readonly name: string;
  readonly label: string;
};

/** An example as a page shows it. */
export interface ExampleDescription extends Example {
  /** The id of the run that the house has made of it. */
  readonly run?: string | undefined;
}

/** A demo as a page shows it: plain data, made from the same declarations as its schema. */
export interface DemoDescription {
  readonly name: string;
  /** Its subscription's field. */
  readonly field: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly live: boolean;
  /** Of a chat, whose page is another one. */
  readonly chat: ChatFacts | undefined;
  readonly inputs: readonly InputDescription[];
  /** Which of the inputs a form folds away together. */
  readonly groups: readonly InputGroup[];
  readonly outputs: readonly OutputDescription[];
  readonly examples: readonly ExampleDescription[];
}

/** @param runs the runs of its examples, by their place */
export function describeDemo(
  demo: Demo,
  runs: readonly (string | undefined)[] = [],
): DemoDescription {
  const { name, field, title, description, live, chat, examples, groups } = demo;
  return {
    name,
    field,
    title,
    description,
    live,
    chat,
    examples: examples.map((example, at) => ({ ...example, run: runs[at] })),
    groups,
    inputs: Object.entries(demo.inputs).map(([input, declared]) =>
      describeInput(demo, input, declared),
    ),
    outputs: Object.entries(demo.outputs).map(([output, declared]) => ({
      ...declared,
      name: output,
      label: declared.options.label ?? titleOf(output),
    })),
  };
}

function describeInput(
  { exampleFiles }: Demo,
  name: string,
  declared: InputDeclaration,
): InputDescription {
  const kind = inputKind(declared);
  const { options } = declared;
  return {
    kind: declared.kind,
    options: kind.shown ? kind.shown(options) : options,
    name,
    label: options.label ?? titleOf(name),
    default: kind.default(options),
    files: exampleFiles[name],
  } as InputDescription;
}
