import type { Demo } from "../lib/demo/demo";
import type { Example } from "../lib/demo/examples";
import type { Json } from "../lib/kinds/json";
import type { SchemaParts } from "./builder";
import type { Context } from "./context";
import { viewOf } from "./mutation";

/** An example, and the id of the run that the house has made of it. */
export interface ExampleWithRun extends Example {
  readonly run: string | undefined;
}

export function defineDemoExample({ builder, run }: SchemaParts) {
  return builder.objectRef<ExampleWithRun>("DemoExample").implement({
    description: "Inputs to be tried, as the demo's author has chosen them.",
    fields: (t) => ({
      label: t.exposeString("label"),
      inputs: t.field({
        type: "JSON",
        description: "As the arguments of the demo take them.",
        resolve: ({ inputs }) => inputs as Json,
      }),
      run: t.field({
        type: run,
        nullable: true,
        description:
          "What it yields, run once by the server when somebody first looks, for everybody to watch. `null` where it is not run, or has failed.",
        resolve: async ({ run: id }, _args, context) => {
          const record = id === undefined ? undefined : await context.house.logs.record(id);
          return record && viewOf(record, false, context);
        },
      }),
    }),
  });
}

/** The examples of a demo. Those that are run are begun, where they have not been. */
export async function examplesOf(demo: Demo, { house }: Context): Promise<ExampleWithRun[]> {
  const runs = await house.exampleRuns.of(demo);
  return demo.examples.map((example, at) => ({ ...example, run: runs[at] }));
}
