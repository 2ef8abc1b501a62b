"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import { createSessionMemory, type SessionMemory } from "@/lib/client/session-memory";
import { statusWords } from "../status-words";

export interface Tell {
  /** Whether the end of a run is told. */
  readonly on: boolean;
  /** The first time it asks for the permission. */
  toggle(): void;
}

const name = "tell";

/**
 * Tells of a run's end where its tab is hidden, once somebody has asked for it.
 *
 * @returns `undefined` where the browser cannot, or may not: who has refused is not asked again
 */
export function useTell(title: string, snapshot: RunSnapshot): Tell | undefined {
  const [memory] = useState(ownMemory);
  const [on, setOn] = useState(() => memory.get(name) === "on" && permission() === "granted");
  const [refused, setRefused] = useState(() => memory.get(name) === "refused");
  const before = useRef<RunSnapshot>(undefined);

  useEffect(() => {
    const last = before.current;
    before.current = snapshot;
    const wasActive = last && last.phase !== "idle" && !isOver(last.phase);
    if (on && wasActive && isOver(snapshot.phase) && document.hidden) notify(title, snapshot);
  });

  function keep(next: boolean): void {
    memory.set(name, next ? "on" : "off");
    setOn(next);
  }

  // Of the browser, which takes milliseconds to answer: not at every value that comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it may have been changed since the last phase.
  const allowed = useMemo(permission, [snapshot.phase]);
  if (allowed === undefined || allowed === "denied" || refused) return undefined;
  return {
    on,
    toggle() {
      if (on || permission() === "granted") return keep(!on);
      void Notification.requestPermission().then((answer) => {
        if (answer === "granted") return keep(true);
        memory.set(name, "refused");
        setRefused(true);
      });
    },
  };
}

/** Also of the next visit. */
function ownMemory(): SessionMemory {
  try {
    return createSessionMemory(localStorage);
  } catch {
    return createSessionMemory(undefined);
  }
}

function permission(): NotificationPermission | undefined {
  // Only pages that came over HTTPS have it.
  return "Notification" in globalThis ? Notification.permission : undefined;
}

function notify(title: string, snapshot: RunSnapshot): void {
  try {
    const words = snapshot.error?.message ?? statusWords(snapshot);
    const options = {
      body: words,
      icon: "/icon.svg",
      ...(snapshot.run && { tag: snapshot.run.id }),
    };
    const notification = new Notification(title, options);
    notification.onclick = () => {
      focus();
      notification.close();
    };
  } catch {
    // Browsers of phones take them from service workers only.
  }
}
