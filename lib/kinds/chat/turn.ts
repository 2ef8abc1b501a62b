import type { ImageFile } from "../image";

/** Who has said a message of a conversation. */
export type ChatRole = "user" | "assistant";

/** A message of a conversation, as a caller gives it: attachments are ids of uploads. */
export interface GivenMessage {
  readonly role: ChatRole;
  readonly text: string;
  readonly attachments?: readonly string[] | null | undefined;
}

/** A message of the conversation so far, as `reply` is given it. */
export interface ChatMessage {
  readonly role: ChatRole;
  /** Of a reply its text, without steps. */
  readonly text: string;
  readonly attachments: readonly ImageFile[];
}

/** What `reply` is given beside the further inputs. */
export interface ChatTurn {
  /** What was said now. */
  readonly message: string;
  /** The pictures that came with it; none where the chat takes none. */
  readonly attachments: readonly ImageFile[];
  /** What was said before, the oldest first. */
  readonly history: readonly ChatMessage[];
}
