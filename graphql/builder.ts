import SchemaBuilder from "@pothos/core";
import type { Json } from "../lib/kinds/json";
import type { RunEvent } from "../lib/run/run-event";
import type { Context } from "./context";

/** A run as it was at one event; an event is itself such a view. */
export type RunView = Pick<RunEvent, "record" | "owner" | "run" | "presence">;

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    JSON: { Input: Json; Output: Json };
    /** Milliseconds since the epoch, within the server. */
    DateTime: { Input: number; Output: number };
    /** The mark of the part that brings it. */
    File: { Input: string; Output: never };
  };
}

/** A builder of one schema. A schema is built anew when a demo has changed. */
export function createBuilder() {
  const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });
  const run = builder.objectRef<RunView>("Run");
  const event = builder.interfaceRef<RunEvent>("RunEvent");
  return { builder, run, event };
}

/** The builder, and the two types that name each other. */
export type SchemaParts = ReturnType<typeof createBuilder>;
export type Builder = SchemaParts["builder"];
