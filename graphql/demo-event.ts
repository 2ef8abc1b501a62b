import type { Demo } from "../lib/demo/demo";
import type { Logged, OutputKindName } from "../lib/kinds/outputs";
import type { RunEvent } from "../lib/run/run-event";
import type { SchemaParts } from "./builder";
import { fieldKinds } from "./kinds";
import type { OutputField } from "./kinds/kind";
import { eventTypeName } from "./run-event";

/** Makes the fields of output kinds; the types of a kind are defined when it is first used. */
export type FieldMaker = (kind: OutputKindName, options: unknown) => OutputField<Logged, unknown>;

export function createFieldMaker({ builder }: SchemaParts): FieldMaker {
  const makers = new Map<OutputKindName, (options: unknown) => OutputField<Logged, unknown>>();
  return (kind, options) => {
    const make = makers.get(kind) ?? fieldKinds[kind].define(builder);
    makers.set(kind, make);
    return make(options);
  };
}

/** The event type of one demo: what all events have, and its outputs. */
export function defineDemoEvent(
  { builder, event }: SchemaParts,
  demo: Demo,
  makeField: FieldMaker,
) {
  return builder.objectRef<RunEvent>(eventTypeName(demo.name)).implement({
    interfaces: [event],
    description: `What a viewer of a run of "${demo.title}" is sent.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(demo.outputs).map(([name, { kind, options }]) => {
          const { type, resolve } = makeField(kind, options);
          const field = t.field({
            type: type as "JSON",
            nullable: true,
            description: "`null` where this event leaves it unchanged.",
            resolve: (self) => {
              const logged = self.outputs[name];
              return logged && (resolve(logged, self, name) as never);
            },
          });
          return [name, field];
        }),
      ),
  });
}
