"use client";

import dynamic from "next/dynamic";

// Each is a chunk of its own: a page that shows any other demo does without a chat's.

/** A chat to be talked to. */
export const ChatConsole = dynamic(() => import("./chat-console").then((chat) => chat.ChatConsole));

/** One turn of a chat, with what was said before. */
export const ChatRun = dynamic(() => import("./chat-run").then((chat) => chat.ChatRun));
