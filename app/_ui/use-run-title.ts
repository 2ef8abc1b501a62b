"use client";

import { useEffect } from "react";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import { titleWords } from "./status-words";

/** Puts the run's state in front of the page's title, where a tab in the background shows it. */
export function useRunTitle(title: string, snapshot: RunSnapshot): void {
  const words = titleWords(snapshot);
  useEffect(() => {
    document.title = words ? `${words} · ${title}` : `${title} · Yieldcast`;
  }, [title, words]);
}
