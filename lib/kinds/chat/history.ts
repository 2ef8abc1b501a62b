import { imageInput } from "../image/input";
import type { InputKind, InputOptions } from "../kind";
import { isUploadId } from "../upload-input";
import { mostAttachments } from "./attachments";
import { historyLimits } from "./history-limits";
import type { GivenMessage } from "./turn";

export interface HistoryOptions extends InputOptions {
  /** With one message; 0 where the chat takes none. */
  attachments?: number;
}

/** A conversation so far. Whoever continues it sends it along: the server keeps none. */
export const historyInput: InputKind<HistoryOptions, readonly GivenMessage[]> = {
  faults: () => [],
  default: () => [],
  allowed({ attachments = mostAttachments }) {
    const { messages, characters } = historyLimits;
    const pictures =
      attachments > 0
        ? `, each with the ids of at most ${attachments} uploaded pictures, ${historyLimits.attachments} in all`
        : " without attachments";
    return `a list of at most ${messages} messages with a role (user or assistant) and a text, ${characters.toLocaleString("en")} characters in all${pictures}`;
  },
  accepts(value, { attachments = mostAttachments }): value is readonly GivenMessage[] {
    if (!Array.isArray(value) || value.length > historyLimits.messages) return false;
    let characters = 0;
    let pictures = 0;
    for (const message of value) {
      if (!isMessage(message)) return false;
      const own = message.attachments ?? [];
      if (own.length > attachments) return false;
      characters += message.text.length;
      pictures += own.length;
    }
    return characters <= historyLimits.characters && pictures <= historyLimits.attachments;
  },
  fileFault: (file) => imageInput.fileFault?.(file, {}),
  uploads: (value) =>
    value.flatMap(({ attachments }, message) =>
      (attachments ?? []).map((id, at) => ({ path: [message, "attachments", at], id })),
    ),
};

function isMessage(value: unknown): value is GivenMessage {
  if (typeof value !== "object" || value === null) return false;
  const { role, text, attachments } = value as { [Key in keyof GivenMessage]?: unknown };
  if (role !== "user" && role !== "assistant") return false;
  if (typeof text !== "string") return false;
  if (attachments == null) return true;
  return Array.isArray(attachments) && attachments.every(isUploadId);
}
