"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { type ChatSnapshot, type ChatStore, createChatStore } from "@/lib/client/chat/chat-store";
import { emptyConversation } from "@/lib/client/chat/conversation";
import { createSessionMemory } from "@/lib/client/session-memory";
import type { DemoDescription } from "@/lib/demo/describe";
import type { LazyRunStore } from "../lazy-run-store";
import { settingsWords } from "./settings-words";

/** A chat's conversation, as it is now. */
export function useChat(
  demo: DemoDescription,
  run: LazyRunStore,
): { snapshot: ChatSnapshot; store: ChatStore } {
  const [store] = useState(() =>
    createChatStore({
      demo: demo.name,
      run,
      attachments: (demo.chat?.attachments ?? 0) > 0,
      settingsOf: (inputs) => settingsWords(demo, inputs),
      memory: createSessionMemory(),
    }),
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, empty);
  useEffect(() => store.connect(), [store]);
  return { snapshot, store };
}

const beforeAll: ChatSnapshot = { conversation: emptyConversation, path: [], live: undefined };
const empty = () => beforeAll;
