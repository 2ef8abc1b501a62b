"use client";

import { useEffect, useRef, useState } from "react";
import type { Turn } from "@/lib/client/chat/conversation";
import { textsOf } from "@/lib/client/chat/joined-reply";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import { statusWords } from "../status-words";

interface ChatStatusProps {
  run: RunSnapshot;
  /** The newest on show. */
  turn: Turn | undefined;
  live: boolean;
}

/** So much of a reply is read out. */
const longest = 1000;

/** For who does not see the page: how the reply stands, and once it is whole, the reply. No token by itself. */
export function ChatStatus({ run, turn, live }: ChatStatusProps) {
  const wasLive = useRef(false);
  const [reading, setReading] = useState("");
  useEffect(() => {
    if (wasLive.current && !live && turn?.reply) {
      const text = textsOf(turn.reply).join("\n");
      setReading(text.length > longest ? `${text.slice(0, longest)}…` : text);
    } else if (live) setReading("");
    wasLive.current = live;
  }, [live, turn]);
  return (
    <div className="sr-only">
      <p role="status" data-phase={run.phase}>
        {statusWords(run)}
      </p>
      <p aria-live="polite">{reading}</p>
    </div>
  );
}
