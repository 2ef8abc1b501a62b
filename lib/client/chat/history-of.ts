import { historyLimits } from "../../kinds/chat/history-limits";
import type { Turn } from "./conversation";
import { textsOf } from "./joined-reply";

/** A message of before, as the wire takes it. */
export interface MessageOnWire {
  readonly role: "USER" | "ASSISTANT";
  readonly text: string;
  readonly attachments?: readonly string[];
}

/**
 * What was said in some turns, as it is sent along with the next message: the newest that the server
 * takes, beginning with something that was said to it.
 */
export function historyOf(turns: readonly Turn[], limits = historyLimits): MessageOnWire[] {
  const history: MessageOnWire[] = [];
  let characters = 0;
  let pictures = 0;
  for (const turn of [...turns].reverse()) {
    const messages = messagesOfTurn(turn);
    for (const { text, attachments = [] } of messages) {
      characters += text.length;
      pictures += attachments.length;
    }
    const fits =
      history.length + messages.length <= limits.messages &&
      characters <= limits.characters &&
      pictures <= limits.attachments;
    if (!fits) break;
    history.unshift(...messages);
  }
  return history;
}

function messagesOfTurn({ said, reply }: Turn): MessageOnWire[] {
  const ids = said.attachments.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const own: MessageOnWire = {
    role: "USER",
    text: said.text,
    ...(ids.length > 0 && { attachments: ids }),
  };
  const replies = reply ? textsOf(reply) : [];
  return [own, ...replies.map((text): MessageOnWire => ({ role: "ASSISTANT", text }))];
}
