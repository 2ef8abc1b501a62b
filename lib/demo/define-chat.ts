import type { ChatOwnInput } from "../kinds/chat/own-inputs";
import type { ChatTurn } from "../kinds/chat/turn";
import type { Declaration, Input } from "../kinds/kind";
import type { ReplyValue } from "../kinds/reply";
import type { RunContext } from "./context";
import type { GivenBy, Yields } from "./define-demo";

/** Stands where an input was put that a chat does not take, so that the compiler's error says so. */
type OnlyFurther<I> = {
  [Name in keyof I]: Name extends ChatOwnInput
    ? "A chat has an input of this name: rename yours."
    : I[Name] extends Input
      ? I[Name]
      : "This kind is only yielded: a chat's inputs are given.";
};

/** What a chat's file exports. */
export interface ChatDefinition<I> {
  /** The name on the page. Default: the file's name, in words. */
  title?: string;
  /** One line below the title. */
  description?: string;
  /** Messages to begin with, each a button on the empty page. At most 12. */
  prompts?: readonly string[];
  /** What stands in the field before anything is typed. */
  placeholder?: string;
  /** Whether pictures may come with a message. `max` of them (4), of at most `maxSize` bytes each. */
  attachments?: { images: true; max?: number; maxSize?: number };
  /** How long a message may be, in UTF-16 code units. Default: 10,000. */
  maxLength?: number;
  /** What is given beside each message, by name, such as a temperature. */
  inputs?: I & OnlyFurther<I>;
  /** How many replies go on at once; others queue. Default: `YIELDCAST_CONCURRENCY`. */
  concurrency?: number;
  /** Seconds that one reply may take. Default: `YIELDCAST_TIME_LIMIT_SECONDS`. */
  timeLimit?: number;
  /** Makes the reply to one message: any generator of texts and steps, or a function of one text. */
  reply(given: ChatTurn & GivenBy<I>, context: RunContext): Yields<ReplyValue>;
}

/**
 * Defines a chat; a demo file's default export. Its page holds the conversation, and each message is a
 * run of its own, which is given what was said before.
 *
 * @example
 * export default defineChat({
 *   title: "Echo",
 *   async *reply({ message, history }, { sleep }) {
 *     for (const word of message.split(" ")) {
 *       yield `${word} `;
 *       await sleep(100);
 *     }
 *   },
 * });
 */
export function defineChat<I extends Record<string, Declaration> = Record<never, never>>(
  chat: ChatDefinition<I>,
): ChatDefinition<I> {
  return chat;
}
