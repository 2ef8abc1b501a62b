import type { ChatTurn } from "./turn";

/** What a chat gives its `reply` beside the further inputs. */
export type ChatOwnInput = keyof ChatTurn;

const ownInputs: readonly ChatOwnInput[] = ["message", "attachments", "history"];

/** Whether an input of a chat is one that every chat has, rather than one of its author's. */
export function isOwnInput(name: string): name is ChatOwnInput {
  return ownInputs.some((own) => own === name);
}
