import {
  type Declaration,
  declare,
  type Input,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "../kind";
import type { LiveValue, StreamingOption } from "../live-value";
import type { StandardSchema } from "./standard-schema";

/** A value that JSON can write. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Options of JSON that is typed in. */
export interface JsonInputOptions<Value = unknown> extends InputOptions, StreamingOption {
  /** Without it a value must be given. */
  default?: NoInfer<Value>;
  /**
   * Checks what comes and says its type: a schema of zod, Valibot, ArkType, or of any other library that
   * keeps to https://standardschema.dev. `run` is given what the schema makes of a value. The server
   * checks with it, at once: it may not be asynchronous.
   */
  schema?: StandardSchema<Value>;
  /** How many characters, written without spaces. Default: 100,000. */
  maxLength?: number;
  /** How deep lists and objects may lie in each other. Default: 32. */
  maxDepth?: number;
}

export interface JsonOutputOptions extends OutputOptions {}

export type JsonInput<Value = Json> = Input<Value> & Declaration<"json", JsonInputOptions<Value>>;
export type LiveJson<Value = Json> = Input<LiveValue<Value>> &
  Declaration<"json", JsonInputOptions<Value>>;
export type JsonOutput<Value = Json> = Output<Value> & Declaration<"json", JsonOutputOptions>;

/**
 * Any value that JSON can write, except a bare `null`, which on the wire says "unchanged" or "not
 * given". Among the inputs a field to type it in, among the outputs a value to look through.
 *
 * @example
 * inputs: { settings: json({ schema: z.object({ depth: z.number() }), default: { depth: 3 } }) },
 * outputs: { stats: json<{ loss: number; epoch: number }>() },
 */
export function json<Value = Json>(options?: {
  label?: string;
}): JsonInput<Value> & JsonOutput<Value>;
export function json<Value = Json>(
  options: JsonInputOptions<Value> & { streaming: true },
): LiveJson<Value>;
export function json<Value = Json>(
  options: JsonInputOptions<Value> & { streaming?: false },
): JsonInput<Value>;
export function json<Value = Json>(options: JsonOutputOptions): JsonOutput<Value>;
export function json(options: JsonInputOptions | JsonOutputOptions = {}): Declaration {
  return declare("json", options);
}
