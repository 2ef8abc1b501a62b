"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { createClient, type RunClient } from "@/lib/client/create-client";
import { idleSnapshot, type RunSnapshot } from "@/lib/client/run-snapshot";
import { createRunStore, type RunStore } from "@/lib/client/run-store";
import type { DemoDescription } from "@/lib/demo/describe";
import { reducers } from "./kinds";

let client: RunClient | undefined;

export interface Run {
  readonly snapshot: RunSnapshot;
  /** `undefined` on the server, which runs nothing for a page. */
  readonly store: RunStore | undefined;
}

/** A demo's run, as it is now. The page has one client for all of them. */
export function useRun(demo: DemoDescription, document: string): Run {
  const [store] = useState(() => {
    if (typeof window === "undefined") return undefined;
    client ??= createClient();
    const { name, field, outputs } = demo;
    return createRunStore({ client, demo: name, document, field, outputs, reducers });
  });
  const snapshot = useSyncExternalStore(
    store?.subscribe ?? nothing,
    store?.getSnapshot ?? idle,
    idle,
  );
  useEffect(() => () => store?.dispose(), [store]);
  return { snapshot, store };
}

const idle = () => idleSnapshot;
const nothing = () => () => {};
