import type { OutputKind, OutputOptions } from "../kind";
import { type LoggedReply, mergeReplies, replyInPieces } from "./logged-reply";
import { createReplyWriter } from "./writer";

export interface ReplyOptions extends OutputOptions {}

export const replyOutput: OutputKind<ReplyOptions, LoggedReply> = {
  faults: () => [],
  writer: (_options, context) => createReplyWriter(context),
  merge: mergeReplies,
  size: (logged) => logged.size,
  bytes: ({ ids, imageBytes }) => ({ ids, size: imageBytes }),
  pieces: replyInPieces,
};
