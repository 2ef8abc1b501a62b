import { namesOf } from "../lib/demo/names";
import { writeCursor } from "../lib/run/cursor";
import { elapsedSince } from "../lib/run/run-event";
import type { SchemaParts } from "./builder";

/** The name of the event type of a demo. */
export function eventTypeName(demo: string): string {
  return `${namesOf(demo).type}Event`;
}

/** `RunEvent`: what the events of all demos share. */
export function defineRunEvent({ builder, run, event }: SchemaParts): void {
  builder.interfaceType(event, {
    description: "What a viewer of a run is sent. A demo's event adds its outputs.",
    resolveType: ({ record }) => eventTypeName(record.demo),
    fields: (t) => ({
      run: t.field({ type: run, resolve: (self) => self }),
      seq: t.int({
        description: "The last entry of the run's log that this event carries.",
        resolve: (self) => self.seq,
      }),
      yields: t.int({
        description:
          "How many yields it carries: 1; more where merged; 0 where only the run changed.",
        resolve: (self) => self.yields,
      }),
      cursor: t.string({
        description: "Opaque. Passed back as `after`, what comes after this event follows.",
        resolve: ({ record, resumeAt }) => writeCursor(record.id, resumeAt),
      }),
      elapsedMs: t.int({
        description: "Since the run began.",
        resolve: (self) => elapsedSince(self.run.startedAt, self.at),
      }),
    }),
  });
}
