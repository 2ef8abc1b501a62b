import { checkInputs } from "../lib/demo/check-inputs";
import type { Demo } from "../lib/demo/demo";
import type { RunRecord } from "../lib/store/log-store";
import { emptySnapshot } from "../lib/store/snapshot";
import type { RunView, SchemaParts } from "./builder";
import type { Context } from "./context";
import type { DemoArgument } from "./demo-arguments";

/** `cancelRun`. */
export function defineMutation({ builder, run }: SchemaParts): void {
  builder.mutationType({
    fields: (t) => ({
      cancelRun: t.field({
        type: run,
        description: "Stops a run at once. A run that is over stays as it is.",
        args: {
          id: t.arg.id({ required: true }),
          key: t.arg.string({
            required: true,
            description: "As it was given to who started the run.",
          }),
        },
        resolve: async (_root, { id, key }, context) =>
          viewOf(await context.house.runs.cancel(id, key), true, context),
      }),
    }),
  });
}

/** `start<Demo>`: starts a run without following it. */
export function defineStart(
  { builder, run }: SchemaParts,
  demo: Demo,
  inputs: { [name: string]: DemoArgument },
): void {
  builder.mutationField(`start${demo.type}`, (t) =>
    t.field({
      type: run,
      description: `Starts a run of "${demo.title}" without following it.`,
      args: {
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, { type, description, defaultValue, needed }]) => [
            name,
            t.arg({
              type: type as "String",
              description,
              required: needed || defaultValue !== undefined,
              defaultValue: defaultValue as string,
            }),
          ]),
        ),
        parent: t.arg.id({ description: "The run that it is forked from." }),
      },
      resolve: async (_root, args, context) => {
        const { parent, ...given } = args as { parent?: string | null; [input: string]: unknown };
        const { runs, uploads } = context.house;
        const record = await runs.start(demo, await checkInputs(demo, given, uploads), parent);
        return viewOf(record, true, context);
      },
    }),
  );
}

/** A run as it is now. */
export async function viewOf(
  record: RunRecord,
  owner: boolean,
  { house }: Context,
): Promise<RunView> {
  const { run } = (await house.logs.head(record.id)) ?? emptySnapshot;
  return { record, owner, run, presence: house.runs.presence(record.id) };
}
