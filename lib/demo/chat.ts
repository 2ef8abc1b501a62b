import { mostAttachments } from "../kinds/chat/attachments";
import { isOwnInput } from "../kinds/chat/own-inputs";
import type { ChatMessage, ChatTurn } from "../kinds/chat/turn";
import { isFed } from "../kinds/is-fed";
import { declare, isDeclaration } from "../kinds/kind";
import { preview } from "../kinds/preview";
import type { Demo } from "./demo";
import { ungroup } from "./groups";

/** What a page knows of a chat beyond what it knows of any demo. Plain data. */
export interface ChatFacts {
  readonly prompts: readonly string[];
  readonly placeholder: string | undefined;
  /** How many pictures may come with a message. */
  readonly attachments: number;
}

const mostPrompts = 12;
const longestPrompt = 500;

/** Whether a demo file's default export says that it is a chat. */
export function isChat(exported: object): boolean {
  return "reply" in exported;
}

/**
 * A chat's export in the form of any demo's: a message, what was said before, the further inputs, and
 * one output. What is wrong with what only chats have is added to `problems`.
 */
export function asDemo(
  exported: Record<string, unknown>,
  problems: string[],
): { exported: Record<string, unknown>; chat: ChatFacts } {
  const { prompts = [], placeholder, attachments, maxLength, reply, inputs = {} } = exported;
  if (typeof reply !== "function") {
    problems.push(
      `reply must be a function; got ${preview(reply)}. Write: async *reply({ message }) { yield … }.`,
    );
  }
  for (const name of ["run", "output", "outputs", "live", "examples"]) {
    if (exported[name] === undefined) continue;
    const instead = name === "examples" ? "prompts" : "reply, and one output of its own";
    problems.push(`A chat has no ${name}: it has ${instead}. Take it out.`);
  }
  checkPrompts(prompts, problems);
  if (placeholder !== undefined && typeof placeholder !== "string") {
    problems.push(`placeholder must be a text; got ${preview(placeholder)}.`);
  }
  const pictures = picturesOf(attachments, problems);
  const further = isRecord(inputs) ? inputs : {};
  if (!isRecord(inputs)) {
    problems.push(`inputs must be an object of kinds by name; got ${preview(inputs)}.`);
  }
  const { inputs: ungrouped } = ungroup(further, []);
  for (const [name, declared] of Object.entries({ ...further, ...(ungrouped as object) })) {
    if (isOwnInput(name)) {
      problems.push(`The input name "${name}" is one that every chat has. Rename yours.`);
    } else if (isDeclaration(declared) && isFed(declared as Parameters<typeof isFed>[0])) {
      problems.push(
        `The input "${name}" streams, but a chat's inputs are given with each message. Leave out streaming, or choose another kind.`,
      );
    }
  }
  const max = pictures?.max ?? (pictures ? mostAttachments : 0);
  return {
    exported: {
      ...exported,
      run: typeof reply === "function" && asRun(reply.bind(exported)),
      output: undefined,
      live: undefined,
      examples: undefined,
      outputs: { reply: declare("reply", {}) },
      inputs: {
        message: declare("text", {
          ...(max === 0 && { minLength: 1 }),
          ...(maxLength !== undefined && { maxLength }),
        }),
        ...(pictures && { attachments: declare("attachments", pictures) }),
        history: declare("history", { attachments: max }),
        ...Object.fromEntries(Object.entries(further).filter(([name]) => !isOwnInput(name))),
      },
    },
    chat: {
      prompts: Array.isArray(prompts) ? prompts : [],
      placeholder: typeof placeholder === "string" ? placeholder : undefined,
      attachments: max,
    },
  };
}

function checkPrompts(prompts: unknown, problems: string[]): void {
  const isList = Array.isArray(prompts) && prompts.length <= mostPrompts;
  const isPrompt = (each: unknown) =>
    typeof each === "string" && each.trim() !== "" && each.length <= longestPrompt;
  if (isList && prompts.every(isPrompt)) return;
  problems.push(
    `prompts must be a list of at most ${mostPrompts} texts of 1 to ${longestPrompt} characters; got ${preview(prompts)}.`,
  );
}

interface Pictures {
  readonly max?: number;
  readonly maxSize?: number;
}

function picturesOf(attachments: unknown, problems: string[]): Pictures | undefined {
  if (attachments === undefined) return undefined;
  if (isRecord(attachments) && attachments.images === true) {
    const { images: _, ...options } = attachments;
    return options as Pictures;
  }
  problems.push(
    `attachments must say which: { images: true }, and max where it is not ${mostAttachments}; got ${preview(attachments)}.`,
  );
  return undefined;
}

type Reply = (given: ChatTurn, context: Parameters<Demo["run"]>[1]) => unknown;

/** What a caller may leave out, `reply` need not look for. */
function asRun(reply: Reply): Demo["run"] {
  return (inputs, context) => {
    const given = inputs as { message: string } & Partial<ChatTurn>;
    const history = (given.history ?? []).map(
      (message): ChatMessage => ({ ...message, attachments: message.attachments ?? [] }),
    );
    return reply({ ...given, history, attachments: given.attachments ?? [] }, context);
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
