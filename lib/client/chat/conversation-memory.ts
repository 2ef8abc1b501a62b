import type { SessionMemory } from "../session-memory";
import type { NoticeLevel } from "../wire";
import {
  type Conversation,
  emptyConversation,
  pathOf,
  type Turn,
  type TurnPhase,
} from "./conversation";
import type { ReplyPart } from "./joined-reply";

/** What a tab remembers of a chat over a reload. */
export interface RememberedChat {
  readonly conversation: Conversation;
  /** The further inputs, as they were given last. */
  readonly inputs: { readonly [input: string]: unknown };
}

export interface ConversationMemory {
  recall(): RememberedChat;
  keep(chat: RememberedChat): void;
}

/** In characters. A browser gives all of a site about five million. */
const mostKept = 2_000_000;

/** Keeps a chat under its demo's name; where it has become too long, the newest of what is on show. */
export function createConversationMemory(
  demo: string,
  memory: SessionMemory,
  most = mostKept,
): ConversationMemory {
  const own = `chat:${demo}`;
  return {
    recall() {
      try {
        const kept: unknown = JSON.parse(memory.get(own) ?? "null");
        if (isRemembered(kept)) return kept;
      } catch {
        // Cut off, or written by somebody else: the chat begins anew.
      }
      return { conversation: emptyConversation, inputs: {} };
    },
    keep({ conversation, inputs }) {
      const whole = JSON.stringify({ conversation, inputs } satisfies RememberedChat);
      if (whole.length <= most) return memory.set(own, whole);
      const shorter = { conversation: newest(pathOf(conversation), most), inputs };
      memory.set(own, JSON.stringify(shorter satisfies RememberedChat));
    },
  };
}

/** Of a path the newest turns that fit, as a conversation of their own. */
function newest(path: readonly Turn[], most: number): Conversation {
  const turns: Turn[] = [];
  let size = 0;
  for (const turn of [...path].reverse()) {
    size += JSON.stringify(turn).length;
    if (size > most - 1000) break;
    turns.unshift(turn);
  }
  const [first, ...others] = turns;
  return { turns: first ? [{ ...first, parent: 0 }, ...others] : [], chosen: {} };
}

function isRemembered(value: unknown): value is RememberedChat {
  if (!isObject(value) || !isObject(value.conversation) || !isObject(value.inputs)) return false;
  const { turns, chosen } = value.conversation;
  return isObject(chosen) && Array.isArray(turns) && turns.every(isTurn);
}

const phases: readonly unknown[] = ["live", "done", "failed", "cancelled"] satisfies TurnPhase[];
const levels: readonly unknown[] = ["info", "success", "warning", "error"] satisfies NoticeLevel[];
const types: readonly unknown[] = ["TEXT", "STEP", "IMAGE"] satisfies ReplyPart["type"][];

function isTurn(value: unknown): value is Turn {
  if (!isObject(value) || !isObject(value.said)) return false;
  const { id, parent, said, phase, run, reply, problem, elapsedMs, settings, notices } = value;
  if (!Number.isInteger(id) || !Number.isInteger(parent) || !phases.includes(phase)) return false;
  if (typeof said.text !== "string" || !isListOf(said.attachments, isAttachment)) return false;
  return (
    isOptional(run, isText) &&
    isOptional(settings, isText) &&
    isOptional(notices, (list) => isListOf(list, isNotice)) &&
    isOptional(elapsedMs, Number.isFinite) &&
    isOptional(problem, ({ code, message }) => isText(code) && isText(message)) &&
    isOptional(reply, ({ parts }) => isListOf(parts, isPart))
  );
}

function isNotice({ level, text }: Record<string, unknown>): boolean {
  return levels.includes(level) && isText(text);
}

function isAttachment({ id, name, thumbnail }: Record<string, unknown>): boolean {
  const isPicture = thumbnail === undefined || /^data:image\//.test(String(thumbnail));
  return isOptional(id, isText) && isText(name) && isPicture;
}

/** A part lies where it says that it does: lists are made as long as what it says. */
function isPart(part: Record<string, unknown>, index: number): boolean {
  const { at, message, type, text, parent, title, image } = part;
  return (
    at === index &&
    Number.isInteger(message) &&
    Number(message) >= 0 &&
    Number(message) <= index &&
    types.includes(type) &&
    isText(text) &&
    (title === null || isText(title)) &&
    (parent === null || (Number.isInteger(parent) && Number(parent) < index)) &&
    (image === null ? type !== "IMAGE" : isObject(image) && isText(image.url))
  );
}

function isListOf(
  value: unknown,
  is: (each: Record<string, unknown>, index: number) => boolean,
): boolean {
  return Array.isArray(value) && value.every((each, index) => isObject(each) && is(each, index));
}

function isOptional(value: unknown, is: (value: never) => boolean): boolean {
  return value === undefined || (value !== null && is(value as never));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
