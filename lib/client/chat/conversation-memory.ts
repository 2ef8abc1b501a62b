import type { SessionMemory } from "../session-memory";
import { type Conversation, emptyConversation, pathOf, type Turn } from "./conversation";

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

function isTurn(value: unknown): value is Turn {
  if (!isObject(value) || !isObject(value.said)) return false;
  const { id, parent, said, reply } = value;
  if (!Number.isInteger(id) || !Number.isInteger(parent)) return false;
  if (typeof said.text !== "string" || !Array.isArray(said.attachments)) return false;
  return reply === undefined || (isObject(reply) && Array.isArray(reply.parts));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
