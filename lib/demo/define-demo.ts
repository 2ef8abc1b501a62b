import type { Declaration, Given, Output, Yielded } from "../kinds/kind";
import type { OnlyInputs } from "../kinds/only-inputs";
import type { RunContext } from "./context";
import type { Examples } from "./examples";

type Declarations = Record<string, Declaration>;

/** What `run` is given, by input. */
export type GivenBy<I> = { [Name in keyof I]: Given<I[Name]> };

/** What one yield may set, by output. */
export type YieldedBy<O> = { -readonly [Name in keyof O]?: Yielded<O[Name]> | undefined };

/** All that `run` may return: a generator, a stream, or one value; a promise of any of them. */
export type Yields<Value> = Stream<Value> | Value | Promise<Stream<Value> | Value>;
type Stream<Value> =
  | AsyncIterable<Value>
  | Iterator<Value, Value>
  | Iterator<Value, void>
  | ReadableStream<Value>;

/** Stands where a kind was put that only the other side takes, as in `OnlyInputs`. */
type OnlyOutputs<O> = {
  [Name in keyof O]: O[Name] extends Output
    ? O[Name]
    : "This kind is only given: move it to `inputs`.";
};
type OnlyOutput<S> = S extends Output ? S : "This kind is only given: move it to `inputs`.";

/** What a demo file exports. */
export interface DemoDefinition<I, O, S> {
  /** The name on the page. Default: the file's name, in words. */
  title?: string;
  /** One line below the title. */
  description?: string;
  /** What a caller gives, by name. */
  inputs?: I & OnlyInputs<I>;
  /** What the page shows, by name; each yield sets some of them. */
  outputs?: O & OnlyOutputs<O>;
  /** Instead of `outputs`: the only thing that the page shows; each yield is its bare value. */
  output?: S & OnlyOutput<S>;
  /**
   * Inputs to be tried: a list, each fills the form. With `{ run: true, of: [...] }` each is run once,
   * when somebody first sees the demo, and what it yielded is shown before anybody runs it.
   *
   * @example examples: [{ steps: 5 }, { steps: 10 }]
   * @example examples: { run: true, of: { "Five steps": { steps: 5 } } }
   */
  examples?: Examples<NoInfer<I>>;
  /** How many runs of this demo go on at once; others queue. Default: `YIELDCAST_CONCURRENCY`. */
  concurrency?: number;
  /** Seconds that one run may take. Default: `YIELDCAST_TIME_LIMIT_SECONDS`. */
  timeLimit?: number;
  /** `true`: the page runs it again at every change of an input and cancels the run before. */
  live?: boolean;
  /** Makes the values: any generator, AsyncIterable or ReadableStream, or a function of one value. */
  run(
    inputs: GivenBy<I>,
    context: RunContext,
  ): Yields<[S] extends [never] ? YieldedBy<O> : Yielded<S>>;
}

/**
 * Defines a demo; a demo file's default export. `run` may be an async generator, a generator, an
 * async function, or return any AsyncIterable or ReadableStream.
 *
 * @example
 * export default defineDemo({
 *   title: "Count up",
 *   inputs: { to: number({ integer: true, default: 10 }) },
 *   outputs: { count: number({ integer: true }) },
 *   async *run({ to }, { sleep }) {
 *     for (let count = 0; count < to; count++) {
 *       yield { count };
 *       await sleep(1000);
 *     }
 *   },
 * });
 */
export function defineDemo<
  I extends Declarations = Record<never, never>,
  O extends Declarations = Record<never, never>,
  S extends Declaration = never,
>(demo: DemoDefinition<I, O, S>): DemoDefinition<I, O, S> {
  return demo;
}
