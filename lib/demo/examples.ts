import type { Declaration, Given } from "../kinds/kind";
import type { LiveValue } from "../kinds/live-value";
import type { UploadedFile } from "../store/upload-store";

/** What an example may give for an input: what a caller gives, of a group some of its inputs, of a file
 * its path from the demo's folder. `never` where it is fed meanwhile. */
export type ExampleValue<Of> =
  Of extends Declaration<"group", { inputs: infer Grouped }>
    ? ExampleInputs<Grouped>
    : [Given<Of>] extends [LiveValue<infer Value>]
      ? Value
      : [Given<Of>] extends [UploadedFile]
        ? `./${string}`
        : [Given<Of>] extends [AsyncIterable<unknown>]
          ? never
          : Given<Of>;

/** Some of a demo's inputs. */
export type ExampleInputs<I> = { readonly [Name in keyof I]?: ExampleValue<I[Name]> };

/** Inputs to be tried, in their order, or by what the page calls them. */
export type ExampleList<I> =
  | readonly ExampleInputs<I>[]
  | { readonly [label: string]: ExampleInputs<I> };

/** What a demo file says of its examples. */
export type Examples<I> =
  | readonly ExampleInputs<I>[]
  | {
      /** `true`: each is run once, when somebody first sees the demo, and its run shown to everybody. */
      readonly run?: boolean;
      readonly of: ExampleList<I>;
    };

/** An example as the house uses it: checked. */
export interface Example {
  readonly label: string;
  /** Those that it says; of an example that is run, the others too, as the run is given them. */
  readonly inputs: { readonly [input: string]: unknown };
}
