import type { RunProblem } from "../run-snapshot";
import type { WireNotice } from "../wire";
import type { JoinedReply } from "./joined-reply";

/** A picture that was sent with a message. */
export interface Attachment {
  /** Of its upload; `undefined` once the server does not keep it. */
  readonly id: string | undefined;
  readonly name: string;
  /** A small copy, as a `data:` URL, where the browser could make one. */
  readonly thumbnail: string | undefined;
}

export interface Said {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

export type TurnPhase = "live" | "done" | "failed" | "cancelled";

/** A message and the reply to it. Never changed: what is new comes as a new one. */
export interface Turn {
  /** From 1 on. */
  readonly id: number;
  /** The turn that it follows; 0 where it is the first. */
  readonly parent: number;
  readonly said: Said;
  readonly phase: TurnPhase;
  /** Which further inputs it was sent with, in words; `undefined` where all were as they stand at first. */
  readonly settings?: string | undefined;
  /** The run that replies, once it is known. */
  readonly run?: string | undefined;
  readonly reply?: JoinedReply | undefined;
  readonly problem?: RunProblem | undefined;
  /** What the demo has had to say, once the run is over. */
  readonly notices?: readonly WireNotice[] | undefined;
  /** Of the run, once it is over. */
  readonly elapsedMs?: number | undefined;
}

/**
 * All turns that there ever were, as a tree: whoever says something else, or asks again, begins another
 * branch, and the one before stays.
 */
export interface Conversation {
  readonly turns: readonly Turn[];
  /**
   * By turn, which of those that follow it is on show. Default: the newest. One that was taken back
   * stands here below zero: none is on show.
   */
  readonly chosen: { readonly [parent: number]: number };
}

export const emptyConversation: Conversation = { turns: [], chosen: {} };

/** The turns on show, the oldest first. */
export function pathOf({ turns, chosen }: Conversation): readonly Turn[] {
  const newest = new Map<number, Turn>();
  const byId = new Map<number, Turn>();
  for (const turn of turns) {
    newest.set(turn.parent, turn);
    byId.set(turn.id, turn);
  }
  const path: Turn[] = [];
  for (let at = 0; ; ) {
    const choice = chosen[at];
    const next = choice === undefined ? newest.get(at) : byId.get(choice);
    // A turn follows one that is older: so what was kept can hold no circle.
    if (!next || next.parent !== at || next.id <= at) return path;
    path.push(next);
    at = next.id;
  }
}

/** The turns that stand in the same place, itself among them, the oldest first. */
export function branchesOf({ turns }: Conversation, { parent }: Turn): readonly Turn[] {
  return turns.filter((turn) => turn.parent === parent);
}

/** What was taken back at the end of the path. */
export function undoneOf(conversation: Conversation): Turn | undefined {
  const end = pathOf(conversation).at(-1)?.id ?? 0;
  const undone = -(conversation.chosen[end] ?? 0);
  return conversation.turns.find(({ id, parent }) => id === undone && parent === end);
}

/** Adds a turn behind another (0: as the first one), and shows it. */
export function addTurn(
  { turns, chosen }: Conversation,
  parent: number,
  said: Said,
): { conversation: Conversation; turn: Turn } {
  const turn: Turn = { id: (turns.at(-1)?.id ?? 0) + 1, parent, said, phase: "live" };
  const conversation = { turns: [...turns, turn], chosen: { ...chosen, [parent]: turn.id } };
  return { conversation, turn };
}

/** Shows a turn, with what follows it, in its place. */
export function showTurn(conversation: Conversation, { id, parent }: Turn): Conversation {
  return { ...conversation, chosen: { ...conversation.chosen, [parent]: id } };
}

/** Takes a turn back, with all that follows it: the conversation ends before it. */
export function undoTurn(conversation: Conversation, { id, parent }: Turn): Conversation {
  return { ...conversation, chosen: { ...conversation.chosen, [parent]: -id } };
}

/** The conversation with something of one turn changed. */
export function changeTurn(
  conversation: Conversation,
  id: number,
  changes: Partial<Turn>,
): Conversation {
  const turns = conversation.turns.map((turn) => (turn.id === id ? { ...turn, ...changes } : turn));
  return { ...conversation, turns };
}

/** The conversation without uploads that the server does not keep (any more). */
export function withoutUploads(
  conversation: Conversation,
  gone: ReadonlySet<string>,
): Conversation {
  const turns = conversation.turns.map((turn) => {
    const { attachments } = turn.said;
    if (!attachments.some(({ id }) => id !== undefined && gone.has(id))) return turn;
    const left = attachments.map((each) =>
      each.id !== undefined && gone.has(each.id) ? { ...each, id: undefined } : each,
    );
    return { ...turn, said: { ...turn.said, attachments: left } };
  });
  return { ...conversation, turns };
}
