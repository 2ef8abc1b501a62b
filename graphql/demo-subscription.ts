import { GraphQLError } from "graphql";
import { checkInputs } from "../lib/demo/check-inputs";
import type { Demo } from "../lib/demo/demo";
import { RunError } from "../lib/run/run-error";
import type { RunEvent } from "../lib/run/run-event";
import type { Delivery } from "../lib/run/viewer";
import type { SchemaParts } from "./builder";
import type { Context } from "./context";
import type { DemoArgument } from "./demo-arguments";
import type { defineDemoEvent } from "./demo-event";
import { wantsOf } from "./selection";

export interface DemoSubscription {
  demo: Demo;
  event: ReturnType<typeof defineDemoEvent>;
  delivery: ReturnType<typeof defineDelivery>;
  inputs: { [name: string]: DemoArgument };
}

export function defineDelivery({ builder }: SchemaParts) {
  return builder.enumType("Delivery", {
    description: "How a viewer is sent what a run yields.",
    values: {
      EVERY: { description: "One event per yield, from the first on, nothing skipped." },
      LATEST: {
        description: "The state first, then what is new; what was missed comes as one event.",
      },
    } as const,
  });
}

/** The subscription of one demo: it starts a run, or follows one. */
export function defineDemoSubscription({ builder }: SchemaParts, options: DemoSubscription): void {
  const { demo, event, delivery, inputs } = options;
  builder.subscriptionField(demo.field, (t) =>
    t.field({
      type: event,
      description: [demo.title, demo.description].filter(Boolean).join(". "),
      args: {
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, { type, description, defaultValue }]) => {
            // Without a default it cannot be `!`: who follows a run need not give it.
            const required = defaultValue !== undefined;
            return [
              name,
              t.arg({
                type: type as "String",
                description,
                required,
                defaultValue: defaultValue as string,
              }),
            ];
          }),
        ),
        run: t.arg.id({
          description: "Follows this run rather than start one; the inputs are then its own.",
        }),
        parent: t.arg.id({
          description:
            "The run that the new one is forked from; one that is followed by `run` has its own.",
        }),
        after: t.arg.string({ description: "The `cursor` of the last event that was received." }),
        delivery: t.arg({ type: delivery, required: true, defaultValue: "EVERY" }),
      },
      subscribe: (_root, args, context, info) =>
        follow(demo, args as FollowArguments, context, wantsOf(info)),
      resolve: failOnFailure,
    }),
  );
}

interface FollowArguments {
  [input: string]: unknown;
  run?: string | null;
  parent?: string | null;
  after?: string | null;
  delivery: Delivery;
}

async function follow(
  demo: Demo,
  { run, parent, after, delivery, ...given }: FollowArguments,
  { house, signal }: Context,
  wants: ReturnType<typeof wantsOf>,
): Promise<AsyncIterable<RunEvent>> {
  const { runs } = house;
  if (run == null) {
    if (after != null) {
      throw new RunError("BAD_CURSOR", "after goes with run: it says where to go on in that run.");
    }
    const inputs = await checkInputs(demo, given, house.uploads);
    // Beside `run` it says no more than the inputs do: who resumes sends what has started the run.
    return runs.startAndFollow(demo, inputs, { parent, delivery, wants, signal });
  }
  const record = await runs.find(run);
  if (record.demo !== demo.name) {
    throw new RunError(
      "RUN_NOT_FOUND",
      `The run is one of the demo "${record.demo}", not of "${demo.name}".`,
    );
  }
  return runs.follow(record, { after, delivery, wants, signal });
}

/** The last event of an operation that does not look at the run's status: a GraphQL error. */
function failOnFailure(event: RunEvent): RunEvent {
  if (!event.failure) return event;
  const { code, message } = event.failure;
  throw new GraphQLError(message, { extensions: { code, run: event.record.id } });
}
