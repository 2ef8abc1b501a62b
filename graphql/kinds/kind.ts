import type { EnumRef, InputObjectRef, ObjectRef, ScalarRef } from "@pothos/core";
import type { GivenMessage } from "../../lib/kinds/chat/turn";
import type { RunEvent } from "../../lib/run/run-event";
import type { Builder } from "../builder";

/** The schema types as Pothos has filled them in. */
export type Types = Builder extends PothosSchemaTypes.SchemaBuilder<infer Filled> ? Filled : never;

/** A type that an argument may have. */
export type ArgumentType =
  | "Boolean"
  | "Float"
  | "ID"
  | "Int"
  | "JSON"
  | "String"
  | EnumRef<Types, string, string>
  | ["ID"]
  | [InputShape<GivenMessage>];

/** An input object for values of this shape. */
export type InputShape<Value> = InputObjectRef<Types, Value>;

/** What an input kind is in the schema. */
export interface ArgumentKind<Options> {
  /**
   * The type of its argument; `undefined` where it has none, as it is fed while the run goes on.
   *
   * @param name a name for a type of its own, free in the whole schema
   */
  type(options: Options, builder: Builder, name: string): ArgumentType | undefined;
  /** Whether it is a list of that type. */
  isList?: boolean;
}

/** A type that an output's field may have, for a value of the shape `Wire`. */
export type FieldType<Wire> =
  | "Float"
  | "Int"
  | "JSON"
  | ObjectRef<Types, Wire>
  | ScalarRef<Types, Wire, Wire>;

/** The field of one output on its demo's event. */
export interface OutputField<Logged, Wire> {
  type: FieldType<Wire>;
  /** The wire's value for what the log kept; `name` is the output's. */
  resolve(logged: Logged, event: RunEvent, name: string): Wire;
}

/** What an output kind is in the schema. */
export interface FieldKind<Options, Logged, Wire> {
  /** Defines its types, once per schema, and gives the function that makes its fields. */
  define(builder: Builder): (options: Options) => OutputField<Logged, Wire>;
  /** What a page asks of it, after the field's name; `""` for a scalar. */
  selection: string;
  /** What an example asks of it, where a page asks more than somebody's first program needs. */
  sample?: string;
}
