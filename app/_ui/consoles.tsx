"use client";

import dynamic from "next/dynamic";

/*
 * Each is a chunk of its own, so that a page downloads the one that its demo needs. Next puts it into the
 * server's HTML all the same.
 */

/** A demo to be run. */
export const DemoConsole = dynamic(() => import("./demo-console").then((it) => it.DemoConsole));

/** A chat to be talked to. */
export const ChatConsole = dynamic(() =>
  import("./chat/chat-console").then((it) => it.ChatConsole),
);

/** One turn of a chat, with what was said before. */
export const ChatRun = dynamic(() => import("./chat/chat-run").then((it) => it.ChatRun));
