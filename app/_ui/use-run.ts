"use client";

import type { DemoDescription } from "@/lib/demo/describe";
import { type Run, useRunWith } from "./use-run-with";

/**
 * A demo's run, as it is now.
 *
 * @param memory under what name the tab remembers it, where that is not the demo's
 */
export function useRun(demo: DemoDescription, document: string, memory = demo.name): Run {
  return useRunWith({ demo, document, memory });
}
