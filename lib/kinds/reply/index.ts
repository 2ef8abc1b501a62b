import type { ImageValue } from "../image";

/** What is said of a step: it begins, goes on or ends. Plain data; `step()` makes it. */
export interface StepChange {
  readonly kind: "step";
  /** Names the step within its reply. */
  readonly id: string;
  /** The id of the step that it is part of. It counts where the step begins. */
  readonly parent?: string | undefined;
  /** A new step needs one; that of one that has begun is replaced. */
  readonly title?: string | undefined;
  /** Put behind what the step says so far. */
  readonly delta?: string | undefined;
  readonly state?: StepState | undefined;
}

export const stepStates = ["running", "done", "failed"] as const;
export type StepState = (typeof stepStates)[number];

/** What a chat's `reply` may yield. A string is put behind the message so far. */
export type ReplyValue =
  | string
  | { readonly text: string }
  | { readonly image: ImageValue }
  | { readonly next: "message" }
  | StepChange;

/**
 * Ends the message so far: what is yielded next begins another one of the same reply.
 *
 * @example yield "One moment."; yield nextMessage(); yield "Here it is:";
 */
export function nextMessage(): { readonly next: "message" } {
  return { next: "message" };
}
