import type { LoggedPart, LoggedReply } from "../../lib/kinds/reply/logged-reply";
import type { ReplyOptions } from "../../lib/kinds/reply/output";
import type { SchemaParts } from "../builder";
import { type ImageOnWire, imageType } from "../image-type";
import type { FieldKind } from "./kind";

interface ReplyOnWire extends LoggedReply {
  readonly run: string;
  readonly whole: LoggedReply;
}

type PartOnWire = LoggedPart & { readonly run: string };

export const replyField: FieldKind<ReplyOptions, LoggedReply, ReplyOnWire> = {
  define(builder) {
    const part = partType(builder);
    const type = builder.objectRef<ReplyOnWire>("Reply").implement({
      description:
        "A chat's reply that streams. A client keeps `reset ? delta : text + delta`; one that shows more than the text does so with each of the `parts`, by their `at`.",
      fields: (t) => ({
        text: t.string({
          description: "All that is said so far, without steps and pictures.",
          resolve: ({ whole }) => textOf(whole),
        }),
        delta: t.string({
          description: "What is new of the text. It never ends in half a surrogate pair.",
          resolve: (reply) => deltaOf(reply),
        }),
        reset: t.boolean({
          description:
            "Whether this stands for the reply so far, rather than behind it: then all parts of before are gone.",
          resolve: (reply) => reply.reset,
        }),
        parts: t.field({
          type: [part],
          description: "The parts that have begun or gone on, in their order.",
          resolve: ({ parts, run }) => parts.map((each): PartOnWire => ({ ...each, run })),
        }),
      }),
    });
    return () => ({
      type,
      resolve(logged, event, name) {
        const whole = event.whole[name];
        const run = event.record.id;
        return { ...logged, run, whole: whole?.kind === "reply" ? whole : logged };
      },
    });
  },
  selection:
    "{ reset parts { at message type parent title state beganMs durationMs delta image { url width height } } }",
};

function partType(builder: SchemaParts["builder"]) {
  const type = builder.enumType("ReplyPartType", {
    values: {
      TEXT: { value: "text", description: "Markdown." },
      STEP: { value: "step", description: "A thought, or a call of a tool." },
      IMAGE: { value: "image" },
    } as const,
  });
  const state = builder.enumType("ReplyStepState", {
    values: {
      RUNNING: { value: "running" },
      DONE: { value: "done" },
      FAILED: { value: "failed" },
    } as const,
  });
  const image = imageType(builder);
  return builder.objectRef<PartOnWire>("ReplyPart").implement({
    description: "A part of a reply, or what is new of it.",
    fields: (t) => ({
      at: t.exposeInt("at", { description: "Its place among all parts of the reply, from 0 on." }),
      message: t.exposeInt("message", {
        description: "The message of the reply that it belongs to, from 0 on.",
      }),
      type: t.expose("type", { type }),
      delta: t.string({
        description: "Goes behind that of the part so far.",
        resolve: (part) => (part.type === "image" ? "" : part.delta),
      }),
      parent: t.int({
        nullable: true,
        description: "Of a step within another, that one's `at`.",
        resolve: (part) => (part.type === "step" ? part.parent : null),
      }),
      title: t.string({
        nullable: true,
        description: "Of a step.",
        resolve: (part) => (part.type === "step" ? part.title : null),
      }),
      state: t.field({
        type: state,
        nullable: true,
        description:
          "Of a step, as it is now. One that still runs when the run is over was stopped.",
        resolve: (part) => (part.type === "step" ? part.state : null),
      }),
      beganMs: t.int({
        nullable: true,
        description: "When a step began, since the run began.",
        resolve: (part) => (part.type === "step" ? part.beganMs : null),
      }),
      durationMs: t.int({
        nullable: true,
        description: "How long a step took; `null` while it goes on.",
        resolve: (part) => (part.type === "step" ? part.durationMs : null),
      }),
      image: t.field({
        type: image,
        nullable: true,
        resolve: (part): ImageOnWire | null =>
          part.type === "image" ? { ...part.image, run: part.run } : null,
      }),
    }),
  });
}

/** The texts of a reply, an empty line between two. */
function textOf({ parts }: LoggedReply): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.delta] : [])).join(gap);
}

const gap = "\n\n";

function deltaOf({ parts, reset, whole }: ReplyOnWire): string {
  const first = reset ? undefined : whole.parts.find(({ type }) => type === "text")?.at;
  let delta = "";
  let any = false;
  for (const part of parts) {
    if (part.type !== "text") continue;
    const follows = reset ? any : part.at !== first;
    delta += (part.begins && follows ? gap : "") + part.delta;
    any = true;
  }
  return delta;
}
