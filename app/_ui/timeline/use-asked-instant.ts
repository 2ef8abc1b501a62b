"use client";

import { useEffect, useState } from "react";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { clockTime } from "../duration";

/**
 * Goes to the instant that the page's address asks for, once the run is known.
 *
 * @returns what is to be said where that is not possible
 */
export function useAskedInstant(
  timeline: Timeline,
  snapshot: RunSnapshot,
  asked: AskedInstant | undefined,
): string | undefined {
  const [words, setWords] = useState<string>();
  const [first] = useState({ snapshot, asked });
  useEffect(() => {
    const { asked, snapshot } = first;
    if (!asked) return;
    if ("fault" in asked) return setWords(asked.fault);
    const milliseconds = asked.seconds * 1000;
    timeline.seek(milliseconds);
    if (milliseconds > snapshot.elapsedMs + 1) {
      setWords(
        `It has come to ${clockTime(snapshot.elapsedMs)}, not to ${clockTime(milliseconds)} as the address asks: the newest is shown.`,
      );
    }
  }, [timeline, first]);
  return words;
}
