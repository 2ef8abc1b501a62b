import type { HistoryOptions } from "../../lib/kinds/chat/history";
import type { GivenMessage } from "../../lib/kinds/chat/turn";
import type { Builder } from "../builder";
import type { ArgumentKind, InputShape } from "./kind";

const made = new WeakMap<Builder, InputShape<GivenMessage>>();

/** `ChatMessage`, which all chats of a schema share. */
export const historyArgument: ArgumentKind<HistoryOptions> = {
  type(_options, builder) {
    const type = made.get(builder) ?? messageType(builder);
    made.set(builder, type);
    return [type];
  },
};

function messageType(builder: Builder): InputShape<GivenMessage> {
  const role = builder.enumType("ChatRole", {
    description: "Who has said a message of a conversation.",
    values: { USER: { value: "user" }, ASSISTANT: { value: "assistant" } } as const,
  });
  return builder.inputRef<GivenMessage>("ChatMessage").implement({
    description: "A message of the conversation so far.",
    fields: (t) => ({
      role: t.field({ type: role, required: true }),
      text: t.string({ required: true }),
      attachments: t.idList({ description: "The pictures that came with it: ids of uploads." }),
    }),
  });
}
