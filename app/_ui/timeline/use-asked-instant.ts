"use client";

import { useEffect, useState } from "react";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { clockTime } from "../duration";

/**
 * Goes to the instant that the page's address asks for, once its runs are known.
 *
 * @param elapsedMs how far they have come
 * @returns what is to be said where that is not possible
 */
export function useAskedInstant(
  timeline: Timeline,
  asked: AskedInstant | undefined,
  elapsedMs: number,
): string | undefined {
  const [words, setWords] = useState<string>();
  const [first] = useState({ elapsedMs, asked });
  useEffect(() => {
    const { asked, elapsedMs } = first;
    if (!asked) return;
    if ("fault" in asked) return setWords(asked.fault);
    timeline.seek(asked.elapsedMs);
    if (asked.elapsedMs > elapsedMs) {
      setWords(
        `It has come to ${clockTime(elapsedMs)}, not to ${clockTime(asked.elapsedMs)} as the address asks: the newest is shown.`,
      );
    }
  }, [timeline, first]);
  return words;
}
