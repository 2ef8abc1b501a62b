"use client";

import { type JoinedReply, joinReply, type ReplyOnWire } from "@/lib/client/chat/joined-reply";
import type { Reducers } from "@/lib/client/fold-event";
import type { DemoDescription } from "@/lib/demo/describe";
import { type Run, useRunWith } from "../use-run-with";

const reducers: Reducers = {
  reply: (previous, wire) => joinReply(previous as JoinedReply | undefined, wire as ReplyOnWire),
};

/** A chat's run, as it is now. Its one output is a reply. */
export function useReplyRun(demo: DemoDescription, document: string): Run {
  return useRunWith({ demo, document, memory: demo.name, reducers });
}
