import WebSocket from "ws";
import { joinReply } from "../../../lib/client/chat/joined-reply";
import {
  type ClientOptions,
  createClient,
  type RunClient,
} from "../../../lib/client/create-client";
import type { Reducers } from "../../../lib/client/fold-event";
import type { RunSnapshot } from "../../../lib/client/run-snapshot";
import { createRunStore, type RunStore } from "../../../lib/client/run-store";
import { createSessionMemory, type SessionMemory } from "../../../lib/client/session-memory";
import type { LiveServer } from "./live-server";

/** As browsers have it: an error that nobody listens to is not thrown. */
class BrowserSocket extends WebSocket {
  constructor(url: string, protocol: string) {
    super(url, protocol);
    this.on("error", () => {});
  }
}

/** A tab: a client, its memory, and what wakes it. */
export interface Tab {
  readonly client: RunClient;
  readonly memory: SessionMemory;
  wake(): void;
  store(demo: string, delivery?: "EVERY" | "LATEST"): Promise<RunStore>;
}

export function openTab(server: LiveServer, options: ClientOptions = {}): Tab {
  const listeners = new Set<() => void>();
  const onWake = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const memory = options.memory ?? createMemoryOf(new Map());
  const client = createClient({
    url: server.url,
    webSocket: BrowserSocket,
    idleMs: 20,
    onWake,
    memory,
    ...options,
  });
  return {
    client,
    memory,
    wake() {
      for (const listener of [...listeners]) listener();
    },
    async store(demo, delivery = "LATEST") {
      const page = await server.page(demo);
      const outputs = (await server.house.catalogue()).demos.get(demo)?.outputs ?? {};
      return createRunStore({
        ...page,
        client,
        outputs: Object.entries(outputs).map(([name, { kind }]) => ({ name, kind })),
        reducers: { text: reduceText, reply: joinReply as Reducers[string] },
        delivery,
        memory,
        onWake,
      });
    },
  };
}

export function createMemoryOf(kept: Map<string, string>): SessionMemory {
  return createSessionMemory({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  });
}

/** Resolves as soon as a store shows what is waited for. */
export function until(
  store: RunStore,
  isSo: (snapshot: RunSnapshot) => boolean,
): Promise<RunSnapshot> {
  return new Promise((resolve) => {
    const look = () => {
      const snapshot = store.getSnapshot();
      if (!isSo(snapshot)) return;
      unsubscribe();
      resolve(snapshot);
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

/** Resolves as soon as something is so that nobody tells of. */
export async function untilTrue(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

function reduceText(previous: unknown, value: unknown): string {
  const { delta, reset } = value as { delta: string; reset: boolean };
  return reset ? delta : `${previous ?? ""}${delta}`;
}
