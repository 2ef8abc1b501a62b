import { GraphQLError, type GraphQLResolveInfo } from "graphql";
import type { Json } from "../lib/kinds/json";
import { readCursor } from "../lib/run/cursor";
import { elapsedSince } from "../lib/run/run-event";
import { readEvents, stateEvent } from "../lib/run/state-event";
import {
  type DatedNotice,
  noticeLevels,
  type Progress,
  type RunFailure,
  sizeOfOutputs,
} from "../lib/store/snapshot";
import { spend } from "./answer-budget";
import type { SchemaParts } from "./builder";
import { createSizeOfEvent } from "./size-of-event";

const mostEvents = 1000;
/** Where each event is asked for its whole text, these are few. */
const mostBytesOfEvents = 16 * 2 ** 20;

interface NoticeOnWire extends DatedNotice {
  readonly elapsedMs: number;
}

/** `Run`: what is known of a run beside its outputs. */
export function defineRun({ builder, run, event }: SchemaParts): void {
  const status = builder.enumType("RunStatus", {
    values: {
      QUEUED: { description: "It waits for its turn." },
      RUNNING: {},
      DONE: { description: "Its generator has come to its end." },
      FAILED: { description: "`error` says why." },
      CANCELLED: { description: "Somebody stopped it, or nobody watched it any more." },
    },
  });
  const level = builder.enumType("NoticeLevel", { values: noticeLevels });

  const progress = builder.objectRef<Progress>("RunProgress").implement({
    description: "How far a run is, as its demo says.",
    fields: (t) => ({
      value: t.exposeFloat("value"),
      total: t.exposeFloat("total", { nullable: true }),
      text: t.exposeString("text", { nullable: true }),
    }),
  });
  const notice = builder.objectRef<NoticeOnWire>("RunNotice").implement({
    fields: (t) => ({
      level: t.expose("level", { type: level }),
      text: t.exposeString("text"),
      elapsedMs: t.exposeInt("elapsedMs", { description: "When it came: since the run began." }),
    }),
  });
  const failure = builder.objectRef<RunFailure>("RunError").implement({
    description: "Why a run has ended before its generator did.",
    fields: (t) => ({
      code: t.exposeString("code"),
      message: t.exposeString("message"),
    }),
  });

  builder.objectType(run, {
    description: "One run of a demo. It goes on while its viewers come and go.",
    fields: (t) => ({
      id: t.id({
        description: "Lets its holder watch the run; it cannot be guessed.",
        resolve: ({ record }) => record.id,
      }),
      key: t.string({
        nullable: true,
        description: "Lets its holder cancel the run. Given only to who has started it.",
        resolve: ({ record, owner }) => (owner ? record.key : null),
      }),
      demo: t.string({ description: "The demo's name.", resolve: ({ record }) => record.demo }),
      inputs: t.field({ type: "JSON", resolve: ({ record }) => record.inputs as Json }),
      status: t.field({ type: status, resolve: (view) => view.run.status }),
      position: t.int({
        nullable: true,
        description: "Its place in the queue while it waits: 1 is the next to begin.",
        resolve: ({ presence }) => presence.place?.position,
      }),
      etaSeconds: t.float({
        nullable: true,
        description: "About how long it will still wait, from how long the last runs took.",
        resolve: ({ presence }) => presence.place?.etaSeconds,
      }),
      progress: t.field({ type: progress, nullable: true, resolve: (view) => view.run.progress }),
      notices: t.field({
        type: [notice],
        description: "What its demo has to say, oldest first: the newest hundred.",
        resolve: ({ run: { notices, startedAt } }) =>
          notices.map((each) => ({ ...each, elapsedMs: elapsedSince(startedAt, each.at) })),
      }),
      error: t.field({ type: failure, nullable: true, resolve: (view) => view.run.error }),
      viewers: t.int({
        description: "How many watch it now.",
        resolve: ({ presence }) => presence.viewers,
      }),
      parent: t.id({
        nullable: true,
        description: "The run that it was forked from.",
        resolve: ({ record }) => record.parent,
      }),
      createdAt: t.field({ type: "DateTime", resolve: ({ record }) => record.createdAt }),
      startedAt: t.field({
        type: "DateTime",
        nullable: true,
        resolve: (view) => view.run.startedAt,
      }),
      endedAt: t.field({ type: "DateTime", nullable: true, resolve: (view) => view.run.endedAt }),
      state: t.field({
        type: event,
        nullable: true,
        description: "All outputs as they are now, as one event.",
        resolve: async ({ record }, _args, context, info) => {
          refuseOfEachEvent(info);
          const { logs, runs } = context.house;
          const head = await logs.head(record.id);
          if (head) spend(sizeOfOutputs(head.outputs), context, info);
          return head && stateEvent(record, head, runs.presence(record.id));
        },
      }),
      events: t.field({
        type: [event],
        description:
          "What its log keeps, from the entry after a cursor on: at most a thousand at once, fewer where they are large.",
        args: {
          after: t.arg.string({ description: "The `cursor` of an event." }),
          first: t.arg.int({ defaultValue: 100 }),
        },
        resolve: async ({ record }, { after, first }, context, info) => {
          refuseOfEachEvent(info);
          const { logs, runs, catalogue } = context.house;
          const { demos } = await catalogue();
          const sizeOf = createSizeOfEvent(demos.get(record.demo), info);
          const events = await readEvents({
            record,
            logs,
            presence: runs.presence(record.id),
            after: after == null ? 0 : readCursor(record.id, after),
            most: Math.min(Math.max(first ?? 100, 0), mostEvents),
            mostBytes: mostBytesOfEvents,
            sizeOf,
          });
          for (const event of events) spend(sizeOf(event), context, info);
          return events;
        },
      }),
    }),
  });
}

/**
 * A thousand events that each give the run's thousand events are a million, one step deeper a
 * billion. No limit on documents sees them where `first` is a variable.
 */
function refuseOfEachEvent({ fieldName, path }: GraphQLResolveInfo): void {
  for (let at = path.prev; at; at = at.prev) {
    if (typeof at.key !== "number") continue;
    throw new GraphQLError(`${fieldName} cannot be asked of each event of a list.`, {
      extensions: { code: "TOO_COMPLEX" },
    });
  }
}
