import type { UploadedFile } from "../store/upload-store";

/**
 * A kind is a sort of value, such as `text` or `image`. A demo declares its inputs and outputs with
 * kinds; a declaration is plain data, so that a page, a schema and another process can read it.
 */
export interface Declaration<Name extends string = string, Options = object> {
  readonly kind: Name;
  readonly options: Options;
}

declare const given: unique symbol;
declare const yielded: unique symbol;

/** A declaration that may stand among a demo's `inputs`; `Value` is what `run` is given. */
export interface Input<Value = unknown> extends Declaration {
  readonly [given]: Value;
}

/** A declaration that may stand among a demo's `outputs`; `Value` is what `run` may yield. */
export interface Output<Value = never> extends Declaration {
  readonly [yielded]: (value: Value) => void;
}

/** What `run` is given for an input. */
export type Given<Of> = Of extends Input<infer Value> ? Value : never;

/** What `run` may yield for an output. */
export type Yielded<Of> = Of extends Output<infer Value> ? Value : never;

/** Options that every input takes. */
export interface InputOptions {
  /** What the form calls it. Default: its name, in words. */
  label?: string;
  /** One line below the field. */
  hint?: string;
}

/** Options that every output takes. */
export interface OutputOptions {
  /** What the page calls it. Default: its name, in words. */
  label?: string;
  /**
   * How many yields of this output the log keeps for replay: `"all"` (the default) within the log's
   * limits, or the newest so many. What is no longer kept is folded into the run's state.
   */
  keep?: "all" | number;
}

/** Makes a declaration. The marks that tell inputs from outputs exist for the compiler alone. */
export function declare<Declared extends Declaration>(kind: string, options: object): Declared {
  return Object.freeze({ kind, options }) as Declared;
}

/** Whether a value, which may be anything, has the shape of a declaration. */
export function isDeclaration(value: unknown): value is Declaration {
  if (typeof value !== "object" || value === null) return false;
  const { kind, options } = value as { kind?: unknown; options?: unknown };
  return typeof kind === "string" && typeof options === "object" && options !== null;
}

/** What a kind is as an input. */
export interface InputKind<Options, Value> {
  /** What is wrong with the declaration itself, each as a sentence that says what to write instead. */
  faults(options: Options): string[];
  /** The value for a caller who gives none; `undefined` where one must be given. */
  default(options: Options): Value | undefined;
  /** What is allowed, in words that follow "must be": `a whole number from 1 to 10`. */
  allowed(options: Options): string;
  /** Whether a caller's value is what `allowed` says. */
  accepts(value: unknown, options: Options): value is Value;
  /**
   * What is wrong with a value that is not accepted, where there is more to say than what came, in words
   * that follow "must be … ; ": `there is no 2025-02-30`.
   */
  came?(value: unknown, options: Options): string | undefined;
  /** What is kept, and given to `run`, of a value that is accepted. Default: the value as it came. */
  taken?(value: Value, options: Options): Value;
  /** The options as a page may know them. Default: all. Left out is what is no plain data. */
  shown?(options: Options): Options;
  /**
   * For a kind whose value is a file: callers give the id of an upload, and `run` is given the file.
   * What is wrong with a file, in words that follow "must be … ; ", or `undefined` where it is taken.
   */
  fileFault?(file: UploadedFile, options: Options): string | undefined;
  /** For a kind whose value holds files rather than being one: where in it each of them is. */
  uploads?(value: Value): readonly HeldUpload[];
}

/** An upload within the value of an input. */
export interface HeldUpload {
  /** The way to its id: indexes and names. */
  readonly path: readonly (string | number)[];
  readonly id: string;
}

/** What a writer may do beside returning what the log is to keep. */
export interface WriterContext {
  /** Puts bytes beside the log and gives the name they have there. */
  keepBytes(data: Uint8Array, type: string): Promise<string>;
  /** Folders beside the project from which a path may be yielded, such as that of the uploads. */
  readableFolders: readonly string[];
  /** The largest text or JSON value that one yield may carry, in bytes. */
  maxValueBytes: number;
}

/** Turns what one run yields for one output into what its log keeps. */
export interface OutputWriter<Logged> {
  /** @throws YieldError where the value is not of the kind */
  write(value: unknown): Logged | Promise<Logged>;
  /** Gives what was held back, once the generator has come to its end. */
  end?(): Logged | undefined | Promise<Logged | undefined>;
  /** Lets go of what it holds, however the run has ended. */
  close?(): void;
}

/**
 * What a kind is as an output. `Logged` is what the log keeps of one yield, and of many: `merge` is
 * associative, so the state of a run, and what a slow viewer missed, are merges of what was logged.
 */
export interface OutputKind<Options, Logged> {
  faults(options: Options): string[];
  /** Makes the writer of one run. */
  writer(options: Options, context: WriterContext): OutputWriter<Logged>;
  merge(older: Logged, newer: Logged): Logged;
  /** About how many bytes it holds in memory, without bytes kept beside the log. */
  size(logged: Logged): number;
  /** The bytes kept beside the log that it names, and how many they are together. */
  bytes?(logged: Logged): { ids: readonly string[]; size: number };
  /** A state in pieces of about `size` bytes, which merge into it again; the first one resets. */
  pieces?(state: Logged, size: number): Logged[];
}
